-- which appeals stand under an order that leads them, for whoever tells people or other systems of it; no words, no identity
create view workorder.joined as
select w.joined_to as lead, w.number, w.appeal
from workorder.work_order w where w.joined_to is not null;
