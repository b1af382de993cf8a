alter table workorder.work_order add column intake_asked_at timestamptz;
comment on column workorder.work_order.intake_asked_at is 'a question of the dispatcher to intake waits since then';
-- the agents' list of questions
create index order_intake_asked on workorder.work_order (intake_asked_at, id) where intake_asked_at is not null;
