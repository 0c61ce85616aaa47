-- How many people took part, per month: the denominator of the complaint rate. Each save is a whole new state of its
-- month; the latest holds and the earlier ones are kept, so that a report can say from which state it was made.
create table participant_month (
  month date not null check (extract(day from month) = 1),
  version integer not null check (version > 0),
  -- Only a complete month has a rate.
  complete boolean not null,
  source text not null check (source in ('hand', 'csv')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (month, version)
);
create table participant_count (
  month date not null,
  version integer not null,
  platform text not null,
  -- Missing: of the whole platform, where somebody in two programmes is counted once.
  programme text,
  participants integer not null check (participants >= 0),
  foreign key (month, version) references participant_month (month, version),
  unique nulls not distinct (month, version, platform, programme)
);
create trigger participant_month_append_only before update or delete or truncate on participant_month
  for each statement execute function refuse_change();
create trigger participant_count_append_only before update or delete or truncate on participant_count
  for each statement execute function refuse_change();
grant select, insert on participant_month, participant_count to redress_app;

-- The programme of a complaint by its code in the catalogue.
alter table complaint add programme text;
create index complaint_of_programme on complaint (programme, received_at desc, id desc) where programme is not null;
