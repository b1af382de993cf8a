-- the parties of the cases that were there before this table; names what others own, once
do $before$
begin
    -- read only where there is something to read: what these tables are later is no matter to a new city
    if exists (select from intake.appeal) or exists (select from workorder.work_order) then
        insert into confidentiality.party (number, appeal, appellant, part, goes_with, said, secret, accused_units, accused,
            unclear, permitted_at)
        select coalesce(a.number, o.number), coalesce(a.id, o.appeal),
            case when a.forgotten_at is null then a.appellant end,
            case when o.joined_to is not null then 'JOINED' when a.outcome = 'reminder' then 'REMINDER' else 'OWN' end,
            coalesce(o.joined_to, case when a.outcome = 'reminder' then a.order_number end),
            coalesce(a.accused, ''),
            case when o.id is null then a.secret else coalesce((s.j ->> 'secret')::boolean, false) end,
            array(select jsonb_array_elements_text(coalesce(s.j -> 'accusedUnits', '[]'))),
            coalesce(s.j ->> 'accused', ''),
            -- of an appeal that is no order nobody has said which unit is meant
            case when o.id is null then a.accused <> '' else coalesce((s.j ->> 'unclear')::boolean, false) end,
            (s.j ->> 'permittedAt')::timestamptz
        from intake.appeal a full join workorder.work_order o on o.appeal = a.id,
            lateral (select o.shield::jsonb) s(j)
        on conflict (number) do nothing;
    end if;
end $before$;
