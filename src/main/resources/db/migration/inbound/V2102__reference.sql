-- What a channel needs to answer in the same thread, encrypted; stays as long as the appeal's person is known.
alter table inbound.received add column reference bytea;
