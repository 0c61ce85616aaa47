-- Nothing that is searched in is kept here any more: each node has an index in its own memory, made by decrypting.
drop table complaint_search;

-- Which complaints have changed, so that every node follows: pruned after an hour. It holds no word.
create table search_feed (
  id bigint generated always as identity primary key,
  -- Who writes last need not commit last: what counts is which transactions had ended when a node looked.
  xid xid8 not null default pg_current_xact_id(),
  complaint_id uuid not null,
  recorded_at timestamptz not null default now()
);
create index search_feed_xid on search_feed (xid);
create index search_feed_recorded_at on search_feed (recorded_at);

grant select, insert, delete on search_feed to redress_app;
