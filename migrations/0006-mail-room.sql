-- The mailboxes we collect from: how contact stands, and how the server's count compares with the ledger.
create table mailbox (
  name text primary key,
  uid_validity bigint,
  -- What lay there before we were first asked to collect; older mail is stored, and answered only when somebody says so.
  began_at timestamptz not null,
  -- The first number that a new message could get under this uid_validity: from here on we must have seen every one.
  first_uid bigint,
  state text not null check (state in ('waiting', 'connected', 'collecting', 'unreachable', 'refused', 'no-folder')),
  state_since timestamptz not null,
  last_error text,
  collected integer not null default 0,
  to_collect integer not null default 0,
  on_server integer,
  in_ledger integer,
  vanished integer,
  counted_at timestamptz
);

-- What a person decided about a message, each time; the reason is content of the message.
create table intake_decision (
  id bigint generated always as identity primary key,
  intake_id uuid not null references intake_message,
  version integer not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  was text not null,
  became text not null,
  unique (intake_id, version)
);

alter table intake_message
  add column message_digest bytea,
  add column imported boolean not null default false;
create index intake_message_message on intake_message (message_digest) where message_digest is not null;
create index intake_message_disposition on intake_message (disposition, received_at desc, id desc);

alter table letter
  drop constraint letter_state_check,
  add constraint letter_state_check check (state in ('queued', 'accepted', 'failed', 'bounced', 'suppressed')),
  add column written_at timestamptz,
  -- Who said that a letter that was held back, or failed, goes out all the same.
  add column released_by uuid,
  add column recipient_digest bytea,
  add column domain_digest bytea;
-- Whatever was tried has been written.
update letter set written_at = created_at where attempts > 0;
create index letter_recipient on letter (recipient_digest, accepted_at) where recipient_digest is not null;
create index letter_domain on letter (domain_digest, accepted_at) where domain_digest is not null;

-- Receiving domains that asked us to slow down (421, 450, 451, 452): all letters to them wait.
create table mail_domain (
  digest bytea primary key,
  paused_until timestamptz not null,
  step integer not null
);

grant select, insert, update, delete on mail_domain to redress_app;
grant select, insert, update on mailbox to redress_app;
grant select, insert on intake_decision to redress_app;

-- Colleagues also hear of a mailbox that cannot be reached, of a promised letter that a cap held back, and of a customer
-- for whom what was done solved nothing.
alter table notice
  drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in
    ('clock', 'escalation', 'assignment', 'bounced', 'digest', 'site', 'calendar', 'mailbox', 'suppressed', 'not_solved'));
