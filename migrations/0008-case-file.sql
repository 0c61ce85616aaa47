-- Which complaints are about the same programme, without saying which: a keyed digest; the key is outside the database.
create table complaint_programme (
  complaint_id uuid primary key,
  digest bytea not null
);
create index complaint_programme_digest on complaint_programme (digest);

-- Read models: what a person confirmed of two complaints, and what is grouped under one systemic issue.
create table complaint_repeat (
  complaint_id uuid not null,
  of_id uuid not null,
  kind text not null,
  primary key (complaint_id, of_id)
);
create index complaint_repeat_of on complaint_repeat (of_id);
create table complaint_issue (
  complaint_id uuid not null,
  issue_id uuid not null,
  primary key (complaint_id, issue_id)
);
create index complaint_issue_issue on complaint_issue (issue_id, complaint_id);

-- A systemic issue; how it is named and described are words in "content", one version for each state.
create table systemic_issue (
  id uuid primary key,
  opened_at timestamptz not null,
  opened_by text not null
);
create table systemic_issue_state (
  issue_id uuid not null references systemic_issue (id),
  version integer not null check (version > 0),
  closed boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (issue_id, version)
);
create trigger systemic_issue_append_only before update or delete or truncate on systemic_issue
  for each statement execute function refuse_change();
create trigger systemic_issue_state_append_only before update or delete or truncate on systemic_issue_state
  for each statement execute function refuse_change();

alter table complaint add impact text;

grant select, insert, update, delete on complaint_programme, complaint_repeat, complaint_issue to redress_app;
grant select, insert on systemic_issue, systemic_issue_state to redress_app;
