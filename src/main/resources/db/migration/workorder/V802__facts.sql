-- what reporting may read of orders; no words, no identity
create view workorder.facts as
select id, number, registered_at, urgent, state, limit_class, lead_unit, dispatched_at, receive_by, handle_by, received_at,
       receipt_overdue_at, handling_overdue_at, reworks, reported_at, closed_at
from workorder.work_order;
