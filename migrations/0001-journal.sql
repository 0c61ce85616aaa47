-- The journal: what happened, append-only, chained. Holds no free text and no personal data.
create table complaint_event (
  position bigint generated always as identity primary key,
  complaint_id uuid not null,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  actor text not null,
  recorded_at timestamptz not null,
  -- name of each word -> HMAC-SHA-256 (hex) of it under its salt in "content"
  commitments jsonb not null,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  unique (complaint_id, version)
);

-- What makes a repeated request harmless; kept 30 days.
create table request (
  key bytea primary key,
  digest bytea not null,
  complaint_id uuid not null,
  version integer not null,
  recorded_at timestamptz not null
);
create index request_recorded_at on request (recorded_at);

create table reference_counter (
  prefix text not null,
  year integer not null,
  last integer not null,
  primary key (prefix, year)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger complaint_event_append_only before update or delete or truncate on complaint_event
  for each statement execute function refuse_change();

-- The words and files, encrypted with a key per owner (a complaint, or a mail that is none yet).
create table data_key (
  owner_id uuid primary key,
  key_id text not null,
  wrapped bytea not null
);
create index data_key_key_id on data_key (key_id);

create table content (
  owner_id uuid not null,
  version integer not null,
  name text not null,
  part integer not null default 0,
  salt bytea,
  sealed bytea not null,
  primary key (owner_id, version, name, part)
);

-- Words to search in: unlogged, so neither in the write-ahead log nor on replicas nor in base backups; refilled when empty.
create unlogged table complaint_search (
  complaint_id uuid not null,
  version integer not null,
  words tsvector not null,
  primary key (complaint_id, version)
);
create index complaint_search_words on complaint_search using gin (words);

-- Finds a person exactly, by keyed digest; the key is outside the database.
create table complaint_contact (
  complaint_id uuid not null,
  digest bytea not null,
  primary key (complaint_id, digest)
);
create index complaint_contact_digest on complaint_contact (digest);

-- Read models: folded from the journal, may be dropped and rebuilt.
create table complaint (
  id uuid primary key,
  reference text not null unique,
  version integer not null,
  hash bytea not null,
  stage text not null,
  platform text not null,
  channel text not null,
  language text not null,
  subject text not null,
  category text,
  owner_id uuid,
  received_at timestamptz not null,
  policy_version integer not null,
  next_due_at timestamptz,
  next_due_clock text,
  updated_at timestamptz not null
);
create index complaint_due on complaint ((coalesce(next_due_at, 'infinity')), id);
create index complaint_received on complaint (received_at desc, id desc);
create index complaint_owner_due on complaint (owner_id, (coalesce(next_due_at, 'infinity')), id);

create table complaint_clock (
  complaint_id uuid not null,
  kind text not null,
  round integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  met_at timestamptz,
  not_applicable boolean not null,
  late_reason text,
  primary key (complaint_id, kind, round)
);
create index complaint_clock_open on complaint_clock (due_at) where met_at is null and not not_applicable;

create table complaint_conflict (
  complaint_id uuid not null,
  person_id uuid not null,
  primary key (complaint_id, person_id)
);
create index complaint_conflict_person on complaint_conflict (person_id, complaint_id);

-- The customer's own link and code: only digests are kept.
create table customer_link (
  token_digest bytea primary key,
  complaint_id uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index customer_link_complaint on customer_link (complaint_id);

grant select, insert on complaint_event to redress_app;
grant select, insert, delete on request to redress_app;
grant select, insert, update on reference_counter to redress_app;
grant select, insert on content, data_key to redress_app;
grant select, delete on content, data_key to redress_erase;
grant select, insert, update, delete on complaint_search, complaint_contact, complaint, complaint_clock, complaint_conflict to redress_app;
grant select, insert, update on customer_link to redress_app;
