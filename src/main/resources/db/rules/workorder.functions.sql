-- no unit opens what is closed to it
create or replace function workorder.shield_stays() returns trigger language plpgsql as $f$
begin
    if current_user = 'shouwen_unit' then
        raise insufficient_privilege using message = 'a unit does not change who may know the appellant';
    end if;
    return new;
end $f$;

-- ruling 14: withheld from whoever is complained about and from those who stand under them, and from all who work
-- with a lead from which it is withheld, for the case itself and for the one that leads it; only the appellant's
-- permission opens it, to those who have the order
create or replace function workorder.closed(a uuid, u text) returns boolean
    language sql stable security definer set search_path = '' as $f$
    select exists (
        select from confidentiality.party p
        left join workorder.work_order o on o.appeal = p.appeal
        left join workorder.work_order l on l.number = o.joined_to,
        lateral (select coalesce(l.lead_unit, o.lead_unit) as lead, coalesce(l.assisting, o.assisting) as assisting) d,
        lateral (select coalesce(d.lead = u or d.assisting operator(pg_catalog.@>) array[u], false) as has_it) h
        where p.appeal = a and (confidentiality.withheld(p.number, u, d.lead, h.has_it)
            or (l.number is not null and confidentiality.withheld(l.number, u, d.lead, h.has_it))))
$f$;
