-- the index is the machine's; a copy that is built anew begins empty
revoke insert, update, delete on all tables in schema search from shouwen_unit;
grant truncate on search.thing_a, search.thing_b to shouwen_app;
-- what vectors are of leads back to words; centres are means of some of them, and no unit's
grant truncate on search.meaning, search.meaning_due, search.centre to shouwen_app;
revoke select on search.meaning_due, search.meaning_state, search.centre from shouwen_unit;
alter table search.meaning enable row level security;
create policy everybodys on search.meaning for select to shouwen_unit using (kind = 'ARTICLE');

-- What is found: the keys that this transaction asks for stand in each rule, because under rules no condition of a query may
-- use an index, and what all rules of a table have in common may. Of a unit's things the index says which it has, and the
-- rule of their owner, which begins in the same way, whether the thing itself shows.
alter table search.thing_a enable row level security;
create policy everybodys on search.thing_a for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and slice = 0);
alter table search.thing_b enable row level security;
create policy everybodys on search.thing_b for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and slice = 0);

-- what a person stored shows to people of the same unit as the account; what is exported a second person of the unit grants
grant insert, update, delete on search.saved_search, search.export to shouwen_unit;
alter table search.saved_search enable row level security;
create policy own on search.saved_search to shouwen_unit using (exists (select from accounts.account a where a.id = account));
alter table search.export enable row level security;
create policy own on search.export to shouwen_unit using (exists (select from accounts.account a where a.id = account));

create policy search on history.entry to shouwen_unit using (
    subject_kind = 'search_export' and exists (select from search.export x where x.id = subject_id));
