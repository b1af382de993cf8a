-- what is counted is counted by the platform; a unit reads its own
revoke all on all tables in schema reporting from shouwen_unit;
grant select on reporting.fact, reporting.daily, reporting.generation, reporting.boundary to shouwen_unit;

alter table reporting.generation enable row level security;
create policy reads on reporting.generation for select to shouwen_unit using (true);
alter table reporting.fact enable row level security;
create policy own on reporting.fact for select to shouwen_unit using (unit = current_setting('shouwen.unit'));
alter table reporting.daily enable row level security;
create policy own on reporting.daily for select to shouwen_unit using (
    dimension = 1 and key = current_setting('shouwen.unit'));

-- where places lie is no secret of anybody's
alter table reporting.boundary enable row level security;
create policy reads on reporting.boundary for select to shouwen_unit using (true);

-- a unit's own callbacks are its own: it draws and answers them, and sees no other's
grant select, insert, update on reporting.own_call to shouwen_unit;
alter table reporting.own_call enable row level security;
create policy own on reporting.own_call to shouwen_unit using (unit = current_setting('shouwen.unit'))
    with check (unit = current_setting('shouwen.unit'));
