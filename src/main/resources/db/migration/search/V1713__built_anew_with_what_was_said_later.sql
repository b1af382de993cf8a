-- what units reported and appellants added is found as well: an index that stands is built anew beside itself
do $anew$
begin
    if exists (select from search.generation where state = 'READY' and not building) then
        execute format('truncate search.thing_%s', (select case asked when 'a' then 'b' else 'a' end from search.generation));
        update search.generation set building = true, kind = null, after = null, since = now();
    end if;
end $anew$;
