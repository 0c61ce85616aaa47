-- When the customer's silence is to be looked at next: a reminder, an offer that has run out, asking once more.
alter table complaint add silent_at timestamptz;
create index complaint_silent_at on complaint (silent_at) where silent_at is not null;

-- The owner hears of what the customer answered, and of no answer.
alter table notice
  drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in
    ('clock', 'escalation', 'assignment', 'bounced', 'digest', 'site', 'calendar', 'mailbox', 'suppressed', 'not_solved',
     'answered', 'unanswered'));
