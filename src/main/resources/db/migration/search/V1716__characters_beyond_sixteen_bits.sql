-- A character beyond 16 bits shared its keys with a common one, so that two characters were no proof of themselves and each
-- text had to be compared again. Now it shares them with others of its like alone, in the zone that is nobody's. The index
-- is built anew beside itself; until then such a text may be found for the common character still.
do $beyond$
declare
    before text := pg_catalog.pg_get_functiondef('search.grams(int, text, boolean)'::regprocedure);
    after  text := replace(before, 'this := pg_catalog.ascii(c) & 65535;',
        'this := pg_catalog.ascii(c);
        if this > 65535 then this := 57344 | (this & 4095); end if;');
begin
    if after = before then raise exception 'search.grams is not as V1701 wrote it'; end if;
    execute after;
    execute format('truncate search.thing_%s', (select case asked when 'a' then 'b' else 'a' end from search.generation));
    update search.generation set building = true, kind = null, after = null, since = now();
end $beyond$;
