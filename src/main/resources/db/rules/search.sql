-- the index is the machine's; a copy that is built anew begins empty
revoke insert, update, delete on all tables in schema search from shouwen_unit;
grant truncate on search.thing_a, search.thing_b to shouwen_app;

-- What is found: the keys that this transaction asks for stand in each rule, because under rules no condition of a query may
-- use an index, and what all rules of a table have in common may. Of a unit's things the index says which it has, and the
-- rule of their owner, which begins in the same way, whether the thing itself shows.
alter table search.thing_a enable row level security;
create policy everybodys on search.thing_a for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and slice = 0);
alter table search.thing_b enable row level security;
create policy everybodys on search.thing_b for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and slice = 0);
