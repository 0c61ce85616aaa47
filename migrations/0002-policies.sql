-- The policy as data. A published version never changes.
create table policy_version (
  version integer primary key check (version > 0),
  effective_from timestamptz not null,
  published_at timestamptz not null,
  document jsonb not null
);
create index policy_version_effective on policy_version (effective_from desc);
create trigger policy_version_append_only before update or delete or truncate on policy_version
  for each statement execute function refuse_change();
grant select, insert on policy_version to redress_app;
