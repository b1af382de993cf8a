-- Answers who is one person, for figures: by an alias of the number's digest that says nothing of it and is found nowhere
-- else. No unit asks.
create or replace function citizens.aliases(appellants uuid[]) returns table (appellant uuid, person uuid)
    language sql stable security definer set search_path = '' as $f$
    select p.id, pg_catalog.md5(p.phone_hash)::uuid from pg_catalog.unnest(appellants) u (id)
    join citizens.appellant p on p.id = u.id where p.phone_hash is not null
$f$;
revoke execute on function citizens.aliases(uuid[]) from public;
grant execute on function citizens.aliases(uuid[]) to shouwen_app;

-- all entries of the same number that came before each of these, and of these themselves none
create or replace function citizens.earlier(appellants uuid[], most int) returns table (appellant uuid, earlier uuid)
    language sql stable security definer set search_path = '' as $f$
    select p.id, e.id from pg_catalog.unnest(appellants) u (id) join citizens.appellant p on p.id = u.id
    left join lateral (
        select x.id from citizens.appellant x where x.phone_hash = p.phone_hash and x.id < p.id order by x.id desc limit most) e on true
    where p.phone_hash is not null
$f$;
revoke execute on function citizens.earlier(uuid[], int) from public;
grant execute on function citizens.earlier(uuid[], int) to shouwen_app;
