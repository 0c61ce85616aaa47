-- What is improved because of complaints. Every change is a fact that stays; how an action is called and what was noted
-- are words in "content", one version for each fact.
create table improvement_fact (
  action_id uuid not null,
  version integer not null check (version > 0),
  kind text not null,
  -- Codes, numbers and dates; never a word of anybody.
  data jsonb not null,
  -- The date on the office's wall.
  recorded_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (action_id, version)
);
create index improvement_fact_recorded on improvement_fact (kind, recorded_at);
create trigger improvement_fact_append_only before update or delete or truncate on improvement_fact
  for each statement execute function refuse_change();

-- Read models: where each action stands now, and which complaints it came from.
create table improvement_action (
  id uuid primary key,
  number integer generated always as identity unique,
  version integer not null,
  status text not null check (status in ('open', 'done', 'verified', 'cancelled')),
  owner_id uuid not null,
  opened_on date not null,
  due_on date not null,
  root_cause text,
  category text,
  programme text,
  issue_id uuid,
  review_id uuid,
  -- Of the check of its effect: what is counted, and from when on.
  target_cause text,
  target_programme text,
  target_category text,
  effective_on date,
  check_from date,
  check_due_on date,
  verdict text check (verdict in ('effective', 'not_shown', 'ineffective')),
  -- Complaints after it took effect that the verdict knew; any other one is a recurrence.
  counted uuid[] not null default '{}'
);
create index improvement_action_status on improvement_action (status, due_on);
create index improvement_action_review on improvement_action (review_id) where review_id is not null;
create index improvement_action_programme on improvement_action (programme) where programme is not null;
create table improvement_action_complaint (
  action_id uuid not null references improvement_action (id),
  complaint_id uuid not null,
  primary key (action_id, complaint_id)
);
create index improvement_action_complaint_complaint on improvement_action_complaint (complaint_id);

-- Complaints of one cause, by the day on which they were received: what an effect is counted from.
create index complaint_of_cause on complaint (root_cause, received_at) where root_cause is not null;

grant select, insert on improvement_fact to redress_app;
grant select, insert, update, delete on improvement_action, improvement_action_complaint to redress_app;
