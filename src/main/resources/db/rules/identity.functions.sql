-- Answers who is one person, for figures: by an alias of the number's digest that says nothing of it and is found nowhere
-- else. No unit asks.
create or replace function citizens.aliases(appellants uuid[]) returns table (appellant uuid, person uuid)
    language sql stable security definer set search_path = '' as $f$
    select p.id, pg_catalog.md5(p.phone_hash)::uuid from pg_catalog.unnest(appellants) u (id)
    join citizens.appellant p on p.id = u.id where p.phone_hash is not null
$f$;
revoke execute on function citizens.aliases(uuid[]) from public;
grant execute on function citizens.aliases(uuid[]) to shouwen_app;

drop function if exists citizens.earlier(uuid[], int);
-- what a person of these had said before the first of them, the latest of it, and whatever came between them: each once a person
create or replace function citizens.brought(appellants uuid[], most int) returns table (person uuid, earlier uuid)
    language sql stable security definer set search_path = '' as $f$
    with p as materialized (
        select x.phone_hash, pg_catalog.min(x.id::text)::uuid as first, pg_catalog.max(x.id::text)::uuid as last,
            pg_catalog.count(*) as n
        from pg_catalog.unnest(appellants) u (id) join citizens.appellant x on x.id = u.id
        where x.phone_hash is not null group by x.phone_hash)
    select pg_catalog.md5(p.phone_hash)::uuid, e.id from p cross join lateral (
        (select x.id from citizens.appellant x where x.phone_hash = p.phone_hash and x.id < p.first order by x.id desc limit most)
        union all
        (select x.id from citizens.appellant x where x.phone_hash = p.phone_hash and x.id >= p.first and x.id < p.last
         order by x.id desc limit most * p.n)) e
$f$;
revoke execute on function citizens.brought(uuid[], int) from public;
grant execute on function citizens.brought(uuid[], int) to shouwen_app;
