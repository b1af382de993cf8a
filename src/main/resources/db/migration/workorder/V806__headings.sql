-- what reporting may read of an order's heading: the codes under which it is counted; no words, no identity
create view workorder.headings as
select w.id as order_id, w.number, w.appeal, m.kind, m.matter_class, m.place
from workorder.work_order w join workorder.matter m on m.order_id = w.id;
