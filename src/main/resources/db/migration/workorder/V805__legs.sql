-- What became of an order under a unit that has it no more: facts about a unit stay with it when the order goes on.
create table workorder.past_leg (
    order_id            uuid        not null references workorder.work_order,
    order_number        text        not null,
    unit                text        not null,
    limit_class         text        not null,
    dispatched_at       timestamptz not null,
    receive_by          timestamptz not null,
    handle_by           timestamptz not null,
    received_at         timestamptz,
    receipt_overdue_at  timestamptz,
    handling_overdue_at timestamptz,
    reworks             int         not null,
    ended_at            timestamptz not null,
    how                 text        not null check (how in ('RETURNED', 'REDISPATCHED', 'RECALLED')),
    primary key (order_id, dispatched_at)
);
create index past_leg_dispatched on workorder.past_leg (dispatched_at);
-- figures of what was dispatched in a period; registered_at was not the date that they name
create index order_dispatched_at on workorder.work_order (dispatched_at) where dispatched_at is not null;
-- each time a unit had an order, once: the one that has it, and those that had it; no words, no identity
create view workorder.legs as
select id as order_id, number as order_number, lead_unit as unit, limit_class, dispatched_at, receive_by, handle_by, received_at,
       receipt_overdue_at, handling_overdue_at, reworks, state, cast(null as text) as how
from workorder.work_order where dispatched_at is not null
union all
select order_id, order_number, unit, limit_class, dispatched_at, receive_by, handle_by, received_at,
       receipt_overdue_at, handling_overdue_at, reworks, cast(null as text), how
from workorder.past_leg;
