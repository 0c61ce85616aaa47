-- The letters that administrators worded themselves: the latest version of a kind and language holds. One without words
-- is the built-in letter again. Nothing is ever changed or removed.
create table letter_template (
  kind text not null,
  language text not null check (language in ('en', 'de')),
  version integer not null check (version > 0),
  subject text,
  body text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (kind, language, version),
  check ((subject is null) = (body is null))
);
create trigger letter_template_append_only before update or delete or truncate on letter_template
  for each statement execute function refuse_change();
grant select, insert on letter_template to redress_app;

-- Which version a letter was written with; the built-in one has none.
alter table letter add template_version integer;
