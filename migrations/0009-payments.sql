-- What is to be transferred to customers, as the complaints' facts say; whose account it goes to is encrypted content.
create table payment (
  id uuid primary key,
  complaint_id uuid not null,
  measure text not null,
  amount_cents integer not null check (amount_cents > 0),
  state text not null check (state in ('entered', 'released', 'ordered', 'paid', 'cancelled')),
  -- Whoever entered or changed it, and so may not release it.
  hands text[] not null,
  released_by text,
  file_id uuid,
  paid_at timestamptz,
  updated_at timestamptz not null
);
create index payment_complaint on payment (complaint_id);
create index payment_state on payment (state, updated_at, id);
create index payment_file_id on payment (file_id);
-- As every read model, it is folded anew from the facts.
grant select, insert, update, delete on payment to redress_app;

-- Orders to the bank. The file itself is encrypted content under a key of its own; it is written once.
create table payment_file (
  id uuid primary key,
  number integer not null unique check (number > 0),
  execute_on date not null,
  count integer not null check (count > 0),
  control_cents bigint not null check (control_cents > 0),
  created_at timestamptz not null,
  created_by uuid not null
);
create trigger payment_file_append_only before update or delete or truncate on payment_file
  for each statement execute function refuse_change();
grant select, insert on payment_file to redress_app;
