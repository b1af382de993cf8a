-- what reporting may read of appeals; no words, no identity
create view intake.facts as
select id, received_at, channel, kind, matter_class, place, state, outcome, satisfied, resolved
from intake.appeal;
create index appeal_received on intake.appeal (received_at);
