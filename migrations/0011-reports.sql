-- A report as it was counted once: never changed. What becomes known later is in its next version.
create table report (
  period text not null,
  kind text not null check (kind in ('month', 'week', 'year')),
  version integer not null check (version > 0),
  as_of timestamptz not null,
  -- SHA-256 over the canonical JSON of the figures, in hexadecimal.
  hash text not null,
  figures jsonb not null,
  differences jsonb not null,
  reason text,
  made_by text not null,
  primary key (period, version)
);
create index report_kind on report (kind, period desc, version desc);
create trigger report_append_only before update or delete or truncate on report
  for each statement execute function refuse_change();

-- A period whose report would not add up, until it does.
create table report_refusal (
  period text primary key,
  refused jsonb not null,
  refused_at timestamptz not null
);

-- From which month on a chart has new limits, and why: a decision of a person (STANDARDS §4.3).
create table chart_start (
  chart text not null,
  from_period text not null,
  cause text not null,
  action_id uuid,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (chart, from_period)
);
-- Limits that were computed once from the first twelve points, and hold from then on.
create table chart_limits (
  chart text not null,
  from_period text not null,
  limits jsonb not null,
  frozen_with text not null,
  frozen_at timestamptz not null,
  primary key (chart, from_period)
);
create trigger chart_start_append_only before update or delete or truncate on chart_start
  for each statement execute function refuse_change();
create trigger chart_limits_append_only before update or delete or truncate on chart_limits
  for each statement execute function refuse_change();

grant select, insert on report, chart_start, chart_limits to redress_app;
grant select, insert, update, delete on report_refusal to redress_app;
