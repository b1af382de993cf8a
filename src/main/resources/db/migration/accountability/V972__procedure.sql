-- who told, answered, heard, found and read it, as JSON (22, fair procedure); null for what was opened before
alter table accountability.breach add column steps text;
-- the Bureau's alarm: second within twelve months and not referred yet (23.4)
create index breach_to_refer on accountability.breach (found_at) where second and referred_at is null;
-- a unit's own cases
create index breach_own on accountability.breach (unit, opened_at desc, id);
