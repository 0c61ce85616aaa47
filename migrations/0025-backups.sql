-- What became of each night's backup: made or not, and whether it was opened again, loaded and found whole.
create table backup_run (
  night date primary key,
  state text not null check (state in ('failed', 'made', 'unopened', 'broken', 'proven')),
  -- Its name in the folder of backups, its size, and the moment that it holds.
  file text,
  bytes bigint,
  made_at timestamptz,
  checked_at timestamptz,
  -- Why it failed, in the words of the program.
  said text
);

grant select, insert, update on backup_run to redress_app;
