-- Whether something of what has this number is kept from units, asked also by a unit to which its parties do not show; what
-- Parties.kept says of an appeal, and Confidentiality.any of an order.
create function confidentiality.kept(of_number text) returns boolean
    language sql stable security definer set search_path = '' as $f$
    select exists (
        select from confidentiality.party
        where number = of_number and (said <> '' or secret or unclear or accused <> '' or accused_units <> '{}'))
$f$;
