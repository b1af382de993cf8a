-- what is open still of somebody who has called often: the open ones of many appeals
create index order_open_of_appeal on workorder.work_order (appeal) where closed_at is null;
