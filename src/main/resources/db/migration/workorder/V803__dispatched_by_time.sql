-- the Bureau's board: what was dispatched of the last days' orders, and whether in time
create index order_dispatched on workorder.work_order (registered_at) where dispatched_at is not null;
