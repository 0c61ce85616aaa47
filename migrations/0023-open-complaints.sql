-- Those that somebody still has to do something about: few, in however large a register. Each minute they are looked for by
-- owner, to find who has none, who is away and who has how much to do.
create index complaint_open on complaint (owner_id, received_at) where stage not in ('closed', 'withdrawn');
