-- When the customer's silence is to be looked at next: a reminder, an offer that has run out, asking once more.
alter table complaint add silent_at timestamptz;
create index complaint_silent_at on complaint (silent_at) where silent_at is not null;
