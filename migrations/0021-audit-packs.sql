-- Who took which audit pack: made first, recorded then, sent last, as a dossier is.
create table audit_pack (
  id uuid primary key,
  from_day date not null,
  to_day date not null,
  redaction text not null check (redaction in ('none', 'staff', 'all')),
  language text not null check (language in ('en', 'de')),
  -- SHA-256 of the manifest, which names every file in it, in hexadecimal.
  manifest text not null,
  taken_by text not null,
  taken_at timestamptz not null
);
create index audit_pack_taken on audit_pack (taken_at desc);
create trigger audit_pack_append_only before update or delete or truncate on audit_pack
  for each statement execute function refuse_change();
grant select, insert on audit_pack to redress_app;
