-- Closed files that were drawn for somebody to look at who had no hand in them. What was found is a fact of the complaint.
create table file_sample (
  month text not null,
  complaint_id uuid not null,
  -- Of how many it was drawn.
  closed integer not null check (closed > 0),
  drawn_at timestamptz not null,
  primary key (month, complaint_id)
);
create index file_sample_drawn on file_sample (drawn_at);
create index complaint_event_file_reviewed on complaint_event (recorded_at) where type = 'FileReviewed';
create trigger file_sample_append_only before update or delete or truncate on file_sample
  for each statement execute function refuse_change();
grant select, insert on file_sample to redress_app;
