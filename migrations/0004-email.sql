-- The intake ledger: every message that reached us, with its one disposition. Its bytes are content under its own id.
create table intake_message (
  id uuid primary key,
  mailbox text not null,
  uid_validity bigint,
  uid bigint,
  digest bytea not null,
  size integer not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  disposition text check (disposition in ('complaint', 'reply', 'bounce', 'automatic', 'duplicate', 'quarantine', 'discarded')),
  reason text,
  complaint_id uuid,
  placed_at timestamptz,
  attempts integer not null default 0,
  verdicts jsonb not null default '{}'
);
create unique index intake_message_uid on intake_message (mailbox, uid_validity, uid) where uid is not null;
create index intake_message_digest on intake_message (digest, mailbox);
create index intake_message_received on intake_message (received_at desc, id desc);
create index intake_message_unplaced on intake_message (received_at) where disposition is null;
create index intake_message_complaint on intake_message (complaint_id);

-- The outbox: one row for each letter we owe, with one fixed Message-ID. Its text is content of the complaint.
create table letter (
  id uuid primary key,
  complaint_id uuid not null,
  version integer not null,
  kind text not null,
  message_id text not null unique,
  state text not null check (state in ('queued', 'accepted', 'failed', 'bounced')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  accepted_at timestamptz,
  last_error text,
  unique (complaint_id, version, kind)
);
create index letter_created on letter (created_at desc, id desc);
create index letter_queued on letter (next_attempt_at) where state = 'queued';

grant select, insert, update on intake_message, letter to redress_app;
