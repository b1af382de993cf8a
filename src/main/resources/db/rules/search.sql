-- the index is the machine's; a copy that is built anew begins empty
revoke insert, update, delete on all tables in schema search from shouwen_unit;
grant truncate on search.thing_a, search.thing_b to shouwen_app;

-- What is found: the keys that this transaction asks for stand in the rule, because under rules no condition of a query may
-- use an index, and the first of them may; then which unit the index says has it. Whether the thing itself shows, the rule of
-- its owner says.
alter table search.thing_a enable row level security;
create policy asked on search.thing_a as restrictive for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked()
    and (slice = 0 or facets @> array['unit:' || current_setting('shouwen.unit')]));
create policy everybodys on search.thing_a for select to shouwen_unit using (slice = 0);
alter table search.thing_b enable row level security;
create policy asked on search.thing_b as restrictive for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked()
    and (slice = 0 or facets @> array['unit:' || current_setting('shouwen.unit')]));
create policy everybodys on search.thing_b for select to shouwen_unit using (slice = 0);
