-- What participants answered in surveys. What they wrote and how they want to be reached are words in "content", under a
-- key of each answer's own.
create table survey_import (
  id uuid primary key,
  -- The survey, as whoever imports it calls it: answers are told apart within it by their own ids.
  source text not null,
  scale_low integer not null,
  scale_high integer not null check (scale_high > scale_low),
  better text not null check (better in ('high', 'low')),
  imported_at timestamptz not null,
  imported_by text not null
);
create index survey_import_latest on survey_import (imported_at desc, id);
create table survey_answer (
  id uuid primary key,
  import_id uuid not null references survey_import (id),
  -- Which answer of which survey it is, without saying it: a keyed digest, because some systems use addresses as ids.
  digest bytea not null unique,
  answered_on date not null,
  arrived_at timestamptz not null,
  platform text not null,
  programme text,
  language text not null,
  scores integer[] not null check (cardinality(scores) > 0),
  -- Judged by the threshold of its day; a later threshold judges later answers.
  low boolean not null,
  -- By when somebody should have looked at a low one.
  due_at timestamptz not null
);
create index survey_answer_day on survey_answer (answered_on desc, id);
create index survey_answer_low on survey_answer (due_at, id) where low;
create index survey_answer_import_id on survey_answer (import_id);

-- What became of an answer; why it is no complaint is a word of the answer.
create table survey_decision (
  answer_id uuid primary key references survey_answer (id),
  complaint_id uuid,
  decided_at timestamptz not null,
  decided_by text not null
);
create index survey_decision_complaint_id on survey_decision (complaint_id);

create trigger survey_import_append_only before update or delete or truncate on survey_import
  for each statement execute function refuse_change();
create trigger survey_answer_append_only before update or delete or truncate on survey_answer
  for each statement execute function refuse_change();
create trigger survey_decision_append_only before update or delete or truncate on survey_decision
  for each statement execute function refuse_change();
grant select, insert on survey_import, survey_answer, survey_decision to redress_app;
