-- Corrections of the calendar: the latest row for a date holds. Nothing is ever changed or removed.
create table calendar_change (
  id integer generated always as identity primary key,
  date date not null,
  kind text not null check (kind in ('holiday', 'business_day', 'as_calculated')),
  name_en text not null,
  name_de text not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create trigger calendar_change_append_only before update or delete or truncate on calendar_change
  for each statement execute function refuse_change();
-- Which corrections the running clocks have already followed.
create table calendar_change_followed (
  change_id integer primary key references calendar_change (id),
  complaints integer not null,
  followed_at timestamptz not null
);

-- Whatever administrators set besides the policy, with its history: the latest row of a name holds.
create table office_setting (
  id bigint generated always as identity primary key,
  name text not null,
  value jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index office_setting_name on office_setting (name, id desc);
create trigger office_setting_append_only before update or delete or truncate on office_setting
  for each statement execute function refuse_change();

alter table person add language text not null default 'de' check (language in ('en', 'de'));

-- A policy in the making. Each saved state is kept; an approval binds to the state that was approved.
create table policy_draft (
  id uuid primary key,
  based_on integer not null references policy_version (version),
  created_at timestamptz not null,
  created_by uuid not null,
  discarded_at timestamptz,
  published_version integer unique references policy_version (version)
);
create table policy_draft_state (
  draft_id uuid not null references policy_draft (id),
  revision integer not null check (revision > 0),
  document jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (draft_id, revision)
);
create table policy_approval (
  draft_id uuid not null,
  revision integer not null,
  approved_at timestamptz not null,
  approved_by uuid not null,
  primary key (draft_id, revision),
  foreign key (draft_id, revision) references policy_draft_state (draft_id, revision)
);
create trigger policy_draft_state_append_only before update or delete or truncate on policy_draft_state
  for each statement execute function refuse_change();
create trigger policy_approval_append_only before update or delete or truncate on policy_approval
  for each statement execute function refuse_change();
alter table policy_version
  add drafted_by uuid,
  add approved_by uuid,
  add published_by uuid;

-- What a site showed when it was compared with the published policy: one row per day and page.
create table site_check (
  date date not null,
  platform text not null,
  language text not null,
  url text not null,
  state text not null check (state in ('same', 'embedded', 'different', 'unreachable')),
  policy_version integer not null,
  missing jsonb not null default '[]',
  checked_at timestamptz not null,
  primary key (date, platform, language)
);

-- How far each running clock has been raised: 1 half, 2 three quarters, 3 nine tenths of the way, 4 missed.
create table clock_alert (
  complaint_id uuid not null,
  clock text not null,
  round integer not null,
  level integer not null check (level between 1 and 4),
  raised_at timestamptz not null,
  primary key (complaint_id, clock, round)
);

-- What staff are told, each once; sent by mail where mail goes out, and shown in the staff app in any case.
create table notice (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('clock', 'escalation', 'assignment', 'bounced', 'digest', 'site', 'calendar')),
  -- What it is about; with kind and person it exists once.
  subject text not null,
  complaint_id uuid,
  facts jsonb not null,
  message_id text not null unique,
  state text not null check (state in ('queued', 'accepted', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  accepted_at timestamptz,
  read_at timestamptz,
  last_error text,
  unique (person_id, kind, subject)
);
create index notice_person on notice (person_id, created_at desc, id desc);
create index notice_queued on notice (next_attempt_at) where state = 'queued';

-- Periodic work by period, never by a clock that ticked: what is missing is made, once, by whichever node comes first.
create table period_run (
  work text not null,
  period text not null,
  run_at timestamptz not null,
  primary key (work, period)
);

-- Which shape the read models have; when the program knows another one, they are folded anew at its start.
create table read_model (version integer not null);
insert into read_model (version) values (1);

drop index complaint_clock_open;
alter table complaint_clock
  alter not_applicable drop not null,
  alter not_applicable type text using case when not_applicable then 'closed' end,
  add ended_at timestamptz,
  add warn_50 timestamptz,
  add warn_75 timestamptz,
  add warn_90 timestamptz,
  add target_at timestamptz,
  add policy_version integer,
  add calendar_version text;
create index complaint_clock_open on complaint_clock (due_at)
  where met_at is null and not_applicable is null and ended_at is null;
create index complaint_clock_warned on complaint_clock (warn_50)
  where met_at is null and not_applicable is null and ended_at is null;

alter table complaint add severity integer;

grant select, insert on calendar_change, office_setting, policy_draft_state, policy_approval, period_run to redress_app;
grant select, insert on calendar_change_followed to redress_app;
grant select, insert, update on policy_draft, site_check, clock_alert, notice, read_model to redress_app;
