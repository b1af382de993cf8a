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
