-- An urgent kind that comes again at one address: asked for within its place, or a kind of the whole city is read in a frost.
alter table warning.seen add column place text;   -- code, empty: none was named; null: watched before it was kept
drop index warning.seen_urgent;
create index seen_urgent on warning.seen (urgent_kind, place, at) where urgent_kind <> '';
