-- What management decides upon the report of a month. Every saved state, the signature and each addendum is a fact that
-- stays; the record itself is words in "content", one version for each fact.
create table management_review (
  id uuid primary key,
  period text not null unique,
  opened_at timestamptz not null,
  -- Business day 10 of the month after, computed once.
  due_on date not null
);
create table review_fact (
  review_id uuid not null references management_review (id),
  version integer not null check (version > 0),
  kind text not null check (kind in ('saved', 'signed', 'added')),
  -- Of a signature: the report it is bound to, and the SHA-256 of what was signed.
  data jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (review_id, version)
);
-- There is one signature, and after it nothing but addenda: also for whoever gets past the program.
create unique index review_signed_once on review_fact (review_id) where kind = 'signed';
create function refuse_after_signature() returns trigger language plpgsql as $$
begin
  if new.kind <> 'added' and exists (
    select from review_fact where review_id = new.review_id and kind = 'signed')
  then raise exception 'a signed review takes addenda only';
  end if;
  return new;
end $$;
create trigger review_fact_after_signature before insert on review_fact
  for each row execute function refuse_after_signature();
create trigger review_fact_append_only before update or delete or truncate on review_fact
  for each statement execute function refuse_change();
create trigger management_review_append_only before update or delete or truncate on management_review
  for each statement execute function refuse_change();
grant select, insert on management_review, review_fact to redress_app;
