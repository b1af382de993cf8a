-- a supervision ends when the order leaves the unit: it owes no answer any more, and the next unit begins anew
alter table supervision.supervision add column ended_at timestamptz;
alter table supervision.supervision add column ended text;
comment on column supervision.supervision.ended is 'the event of the order that took it from the unit';
