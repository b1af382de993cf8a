-- A long message comes in parts, in any order; each is kept as it comes, and all are read together.
alter table inbound.received add column part_of bytea;   -- keyed digest of sender, reference and number of parts
alter table inbound.received add column part_index int not null default 0;
create index received_part on inbound.received (part_of) where part_of is not null;
