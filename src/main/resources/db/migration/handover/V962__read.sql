-- a special report is read by the city leader whom it is for
alter table coordination.handover add column read_at timestamptz;
alter table coordination.handover add column read_by text;
