-- units with all that they stand under
create function directory.line(units text[]) returns text[] language sql stable set search_path = '' as $f$
    with recursive up as (
        select code, parent from directory.unit where code = any (units)
        union select p.code, p.parent from directory.unit p join up on p.code = up.parent)
    select coalesce(array_agg(code), '{}') from up
$f$;
