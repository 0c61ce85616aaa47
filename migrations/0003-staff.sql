create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  roles text[] not null,
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- Only digests: whoever reads the database can sign in as nobody.
create table session (
  token_digest bytea primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table api_key (
  id uuid primary key,
  name text not null,
  key_digest bytea not null unique,
  roles text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table invitation (
  token_digest bytea primary key,
  person_id uuid references person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Failed guesses at a password or a code, by keyed digest of what was guessed at or by whom, for the growing delay.
create table failed_attempt (
  digest bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);

grant select, insert, update on person, session, api_key, invitation to redress_app;
grant select, insert, update, delete on failed_attempt to redress_app;
grant delete on session to redress_app;
