-- What the monthly report counts: codes, instants and cents, no word of anybody, so that it outlives an erasure.
alter table complaint
  add recorded_at timestamptz,
  add outcome text,
  add root_cause text,
  add reachable boolean,
  add first_sent_at timestamptz,
  add first_decided_at timestamptz,
  add first_decision text;

-- Each stretch of being open, from the receipt or a reopening on: what the backlog is counted from.
create table complaint_opening (
  complaint_id uuid not null,
  number integer not null,
  opened_at timestamptz not null,
  because text not null,
  closed_at timestamptz,
  closed_as text,
  primary key (complaint_id, number)
);
create index complaint_opening_opened on complaint_opening (opened_at);
create index complaint_opening_closed on complaint_opening (closed_at, opened_at);
create index complaint_opening_open on complaint_opening (opened_at) where closed_at is null;

-- What was accepted, and when it was carried out.
create table complaint_measure (
  complaint_id uuid not null,
  measure text not null,
  kind text not null,
  amount_cents integer,
  basis text,
  accepted_at timestamptz not null,
  done_at timestamptz,
  primary key (complaint_id, measure)
);
create index complaint_measure_accepted on complaint_measure (accepted_at);

-- Promises by the month in which they fell due, and by that in which they were kept.
create index complaint_clock_due on complaint_clock (kind, due_at);
create index complaint_clock_met on complaint_clock (kind, met_at) where met_at is not null;

create index complaint_first_sent on complaint (first_sent_at) where first_sent_at is not null;
create index complaint_gravest on complaint (received_at) where severity = 4;

-- Rare facts that the report lists by the month in which they were recorded.
create index complaint_event_reported on complaint_event (type, recorded_at)
  where type in ('HoldingLetterDispatched', 'DeadlockDeclared', 'ReferredOutside', 'ReferralEnded', 'ReceiptDateExplained', 'ReceiptDateCorrected', 'Assigned', 'SatisfactionGiven');

grant select, insert, update, delete on complaint_opening, complaint_measure to redress_app;

-- Which kinds of notices there are, src/office/contract.ts says; a second list here only went out of date.
alter table notice drop constraint if exists notice_kind_check;
create index complaint_clock_ended on complaint_clock (ended_at) where ended_at is not null;
