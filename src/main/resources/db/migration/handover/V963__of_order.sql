-- the order's page and the citizen's look-up show what was handed on
create index handover_of_order on coordination.handover (order_number, handed_at);
