-- What the application may do in the database, and what of it the role for units (decision 23): both read and write rows and
-- make nothing. Runs before the rules of the modules; each module's own lie in db/rules/<module>.sql.
set local check_function_bodies = off; -- functions of one module call those of others
do $rules$
declare
    s text;
    r text;
    p record;
begin
    foreach r in array array['shouwen_app', 'shouwen_unit'] loop
        for s in select nspname from pg_namespace
                 where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public', 'flyway') loop
            execute format('grant usage on schema %I to %I', s, r);
            execute format('grant select, insert, update, delete on all tables in schema %I to %I', s, r);
            execute format('grant usage on all sequences in schema %I to %I', s, r);
        end loop;
    end loop;
    -- each rule is made anew, so that one that is no longer written down does not stay
    for p in select schemaname, tablename, policyname from pg_policies loop
        execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
    end loop;
end $rules$;
