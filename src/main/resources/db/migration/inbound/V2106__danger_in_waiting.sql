-- What tells of danger stands on the desk's alarm list while it waits: for a clerk, for its other parts, for the next try.
alter table inbound.scan add column danger boolean not null default false;
create index scan_danger on inbound.scan (received_at, id) where danger and done_at is null;
create index received_danger on inbound.received (received_at, id) where danger and state in ('NEW', 'REJECTED');
