-- The platform sees every row, also of tables that keep rows from units. Runs after the rules of the modules.
do $rules$
declare
    t text;
begin
    for t in select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p') and c.relrowsecurity
             and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') loop
        execute format('create policy platform on %s to shouwen_app using (true) with check (true)', t);
    end loop;
end $rules$;
