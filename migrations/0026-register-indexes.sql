-- The register in parts, each with the indexes in which a page is found whatever is asked for.

-- Which promises are still open, so that a line of the register says so by itself.
alter table complaint add column running text[] not null default '{}';
update complaint set running = open.kinds
from (
  select complaint_id, array_agg(distinct kind order by kind) as kinds from complaint_clock
  where met_at is null and not_applicable is null and ended_at is null
    and kind in ('acknowledgement', 'proposal', 'implementation', 'follow_up')
  group by complaint_id
) open where open.complaint_id = complaint.id;

-- What somebody still waits for is little in however large a register; all that can be asked for lies in the index.
create index complaint_owed on complaint (next_due_at, id)
  include (received_at, stage, platform, channel, programme, owner_id, running) where next_due_at is not null;
create index complaint_owed_received on complaint (received_at desc, id desc)
  include (next_due_at, stage, platform, channel, programme, owner_id, running) where next_due_at is not null;

-- The rest has mostly ended: it costs its indexes once. A page takes the latest of each kind.
create index complaint_rest on complaint (platform, stage, channel, received_at desc, id desc)
  where next_due_at is null;
create index complaint_rest_owner on complaint (owner_id, platform, stage, channel, received_at desc, id desc)
  include (programme) where next_due_at is null;
create index complaint_rest_programme on complaint (programme, platform, stage, channel, received_at desc, id desc)
  where next_due_at is null and programme is not null;

drop index complaint_due;
drop index complaint_owner_due;
