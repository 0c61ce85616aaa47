-- Training in complaint handling. Nothing here is changed or removed: a correction is a new row with who and when, and
-- its reason among the encrypted words. What was taught, by whom from outside and with which materials are words too.
create table training_session (
  id uuid primary key,
  planned_at timestamptz not null,
  planned_by uuid not null
);
create table training_session_state (
  session_id uuid not null references training_session (id),
  version integer not null check (version > 0),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  date date not null,
  -- Empty when somebody from outside trains, who is named in the words.
  trainer_id uuid references person (id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (session_id, version)
);

-- The latest row of a person and a session holds.
create table training_attendance (
  id uuid primary key,
  number bigint generated always as identity unique,
  session_id uuid not null references training_session (id),
  person_id uuid not null references person (id),
  attended boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index training_attendance_latest on training_attendance (session_id, person_id, number desc);

-- "Read and understood", said by the person who did.
create table training_confirmation (
  person_id uuid not null references person (id),
  policy_version integer not null references policy_version (version),
  confirmed_at timestamptz not null,
  primary key (person_id, policy_version)
);

create table training_lesson (
  id uuid primary key,
  -- Only the way back for whoever may see that complaint; no word of it is here.
  complaint_id uuid,
  drafted_at timestamptz not null,
  drafted_by uuid not null
);
create table training_lesson_state (
  lesson_id uuid not null references training_lesson (id),
  version integer not null check (version > 0),
  state text not null check (state in ('drafted', 'accepted', 'declined')),
  -- In which session it is told; empty while it waits for the next one.
  session_id uuid references training_session (id),
  category text,
  root_cause text,
  programme text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (lesson_id, version)
);
create index training_lesson_state_session on training_lesson_state (session_id);

-- What was told about which last day: so many days before, and 0 when it had passed. Each once.
create table training_reminder (
  person_id uuid not null references person (id),
  ends_on date not null,
  days integer not null check (days >= 0),
  told_at timestamptz not null,
  primary key (person_id, ends_on, days)
);

create trigger training_session_append_only before update or delete or truncate on training_session
  for each statement execute function refuse_change();
create trigger training_session_state_append_only before update or delete or truncate on training_session_state
  for each statement execute function refuse_change();
create trigger training_attendance_append_only before update or delete or truncate on training_attendance
  for each statement execute function refuse_change();
create trigger training_confirmation_append_only before update or delete or truncate on training_confirmation
  for each statement execute function refuse_change();
create trigger training_lesson_append_only before update or delete or truncate on training_lesson
  for each statement execute function refuse_change();
create trigger training_lesson_state_append_only before update or delete or truncate on training_lesson_state
  for each statement execute function refuse_change();
create trigger training_reminder_append_only before update or delete or truncate on training_reminder
  for each statement execute function refuse_change();

grant select, insert on training_session, training_session_state, training_attendance, training_confirmation,
  training_lesson, training_lesson_state, training_reminder to redress_app;
