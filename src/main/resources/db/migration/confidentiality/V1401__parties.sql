create schema confidentiality;

-- the parties of a case: each row is one person's part in it, by the appeal that they brought (Art. 21)
create table confidentiality.party (
    number        text primary key,            -- of the appeal, and of the order that it became
    appeal        uuid        not null unique,
    appellant     uuid,                        -- null when their term has run out
    part          text        not null default 'OWN' check (part in ('OWN', 'JOINED', 'REMINDER')),
    goes_with     text,                        -- the order that leads it, or of which it reminds
    said          text        not null default '', -- who is complained about, as the appellant said it
    secret        boolean     not null default false,
    accused_units text[]      not null default '{}',
    accused       text        not null default '', -- who is complained about, as the order has it
    unclear       boolean     not null default false, -- which unit is meant nobody of the platform has said yet
    permitted_at  timestamptz,                 -- the appellant allowed the units that have the order to know them
    check ((part = 'OWN') = (goes_with is null))
);
-- who else waits for an order
create index party_goes_with on confidentiality.party (goes_with) where goes_with is not null;
-- in few cases anybody is complained about: what there is to look for is found here or not at all
create index party_accusing on confidentiality.party (number)
    where goes_with is not null or accused <> '' or said <> '';

-- who is complained about in what has this number
create view confidentiality.complained_about with (security_invoker = true) as
select number, said, accused, goes_with from confidentiality.party
where goes_with is not null or accused <> '' or said <> '';

-- whether an order, or the one that leads it, names whoever reads; asked also for a unit to which that order does not show
create function confidentiality.names(of_order text, reader text) returns boolean
    language sql stable security definer set search_path = '' as $f$
    select exists (
        select from confidentiality.party p left join confidentiality.party l on l.number = p.goes_with
        where p.number = of_order and (strpos(p.accused, reader) > 0 or strpos(l.accused, reader) > 0))
$f$;

-- what verify holds against the histories of appeals and orders
create view confidentiality.parties with (security_invoker = true) as select * from confidentiality.party;

-- whether a unit must not know who brought what has this number; Confidentiality.withheldFrom says the same in Java
create function confidentiality.withheld(of_number text, unit text, lead text, has_it boolean) returns boolean
    language sql stable security definer set search_path = '' as $f$
    select exists (
        select from confidentiality.party p
        where p.number = of_number and (p.permitted_at is null or not has_it)
          and (p.secret or p.unclear
            or (p.accused_units <> '{}' and p.accused_units operator(pg_catalog.&&) directory.line(array[unit, lead]))))
$f$;
