-- Answers what workorder and identity ask about appeals; these look past the rules, so that rules can ask without asking
-- themselves.

-- whether a unit has to do with an appeal: by its order, by the one that leads it, or because it took the appeal itself
create or replace function workorder.concerns(a uuid, u text) returns boolean
    language sql stable security definer set search_path = '' as $f$
    select exists (select from workorder.work_order where appeal = a and (lead_unit = u or assisting operator(pg_catalog.@>) array[u]))
        or exists (select from workorder.work_order j join workorder.work_order l on l.number = j.joined_to
                   where j.appeal = a and (l.lead_unit = u or l.assisting operator(pg_catalog.@>) array[u]))
        or exists (select from intake.appeal where id = a and unit = u)
$f$;

-- whether a unit may know a person: one of their appeals concerns it and is not closed to it
create or replace function citizens.concerns(person uuid, u text) returns boolean
    language sql stable security definer set search_path = '' as $f$
    select exists (select from intake.appeal p where p.appellant = person
                   and workorder.concerns(p.id, u) and not workorder.closed(p.id, u))
$f$;

-- which of these appeals were brought by one person, for figures that count people; appeals without a number are left out
create or replace function intake.people(appeals uuid[]) returns table (appeal uuid, person uuid)
    language plpgsql stable security definer set search_path = '' as $f$
begin
    return query with a as materialized (
            select x.id, x.appellant from pg_catalog.unnest(appeals) u (id) join intake.appeal x on x.id = u.id)
        select a.id, p.person from a
        join citizens.aliases((select pg_catalog.array_agg(a.appellant) from a)) p on p.appellant = a.appellant;
end $f$;
revoke execute on function intake.people(uuid[]) from public;
grant execute on function intake.people(uuid[]) to shouwen_app;

-- earlier appeals about the same class of matter by the same person, the latest 50 and those of the same batch; a row without one
-- says that the person is known. What a person had brought is read once, however many of these are theirs.
create or replace function intake.again(appeals uuid[]) returns table (appeal uuid, number text, received_at timestamptz, earlier text)
    language plpgsql stable security definer set search_path = '' as $f$
begin
    return query with a as materialized (
            select x.id, x.number, x.received_at, x.appellant, x.matter_class
            from pg_catalog.unnest(appeals) u (id) join intake.appeal x on x.id = u.id),
        e as materialized (
            select p.person, x.number, x.received_at, x.appellant, x.matter_class
            from citizens.brought((select pg_catalog.array_agg(a.appellant) from a), 50) p
            join intake.appeal x on x.appellant = p.earlier)
        select a.id, a.number, a.received_at, e.number from a
        join citizens.aliases((select pg_catalog.array_agg(a.appellant) from a)) p on p.appellant = a.appellant
        left join e on e.person = p.person and e.matter_class = a.matter_class and e.appellant < a.appellant
            and e.received_at <= a.received_at;
end $f$;
revoke execute on function intake.again(uuid[]) from public;
grant execute on function intake.again(uuid[]) to shouwen_app;
