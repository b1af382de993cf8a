revoke all on workorder.facts, workorder.headings, workorder.joined, workorder.legs, workorder.past_leg from shouwen_unit;

drop trigger if exists shield_stays on workorder.work_order;
create trigger shield_stays before update on workorder.work_order
    for each row when (new.shield is distinct from old.shield) execute function workorder.shield_stays();

alter table workorder.work_order enable row level security;
create policy own on workorder.work_order to shouwen_unit using (
    lead_unit = current_setting('shouwen.unit') or assisting @> array[current_setting('shouwen.unit')]
    or ((lead_unit is null or joined_to is not null) and workorder.concerns(appeal, current_setting('shouwen.unit'))));
alter table workorder.matter enable row level security;
create policy own on workorder.matter to shouwen_unit using (
    exists (select from workorder.work_order o where o.id = order_id));

create policy work_order on papers.paper to shouwen_unit using (
    split_part(subject, '/', 1) = 'work_order'
    and exists (select from workorder.work_order o where o.number = split_part(subject, '/', 2)));
create policy work_order on history.entry to shouwen_unit using (
    subject_kind = 'work_order' and exists (select from workorder.work_order o where o.id = subject_id));

-- an order is found by whoever it shows to
create policy workorder on search.thing_a for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and kind = 'ORDER'
    and facets @> array['unit:' || current_setting('shouwen.unit')]
    and exists (select from workorder.work_order o where o.id = thing_a.id));
create policy workorder on search.thing_b for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and kind = 'ORDER'
    and facets @> array['unit:' || current_setting('shouwen.unit')]
    and exists (select from workorder.work_order o where o.id = thing_b.id));
create policy workorder on search.meaning for select to shouwen_unit using (
    kind = 'ORDER' and units @> array[current_setting('shouwen.unit')]
    and exists (select from workorder.work_order o where o.id = meaning.thing));
