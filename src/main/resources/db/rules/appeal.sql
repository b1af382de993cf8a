revoke all on intake.facts, intake.danger_alarm, intake.remark, intake.objection from shouwen_unit;

alter table intake.appeal enable row level security;
create policy own on intake.appeal to shouwen_unit using (
    (unit = current_setting('shouwen.unit') or workorder.concerns(id, current_setting('shouwen.unit')))
    and not workorder.closed(id, current_setting('shouwen.unit')));
alter table intake.addition enable row level security;
create policy own on intake.addition for select to shouwen_unit using (
    workorder.concerns(appeal, current_setting('shouwen.unit'))
    and not workorder.closed(appeal, current_setting('shouwen.unit')));

-- whose appeal shows: their part in the case, what they were told, their papers and their history do
create policy own on confidentiality.party for select to shouwen_unit using (
    exists (select from intake.appeal a where a.id = appeal));
create policy own on messages.outbox to shouwen_unit using (
    exists (select from intake.appeal a where a.number = outbox.number));
create policy appeal on papers.paper to shouwen_unit using (
    split_part(subject, '/', 1) = 'appeal'
    and (exists (select from workorder.work_order o where o.number = split_part(subject, '/', 2))
        or exists (select from intake.appeal a where a.number = split_part(subject, '/', 2))));
create policy appeal on history.entry to shouwen_unit using (
    subject_kind = 'appeal' and exists (select from intake.appeal a where a.id = subject_id));

-- an appeal is found by whoever it shows to
create policy appeal on search.thing_a for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and kind = 'APPEAL'
    and facets @> array['unit:' || current_setting('shouwen.unit')]
    and exists (select from intake.appeal a where a.id = thing_a.id));
create policy appeal on search.thing_b for select to shouwen_unit using (
    search.keys(slice, words, facets) @> search.asked() and kind = 'APPEAL'
    and facets @> array['unit:' || current_setting('shouwen.unit')]
    and exists (select from intake.appeal a where a.id = thing_b.id));
create policy appeal on search.meaning for select to shouwen_unit using (
    kind = 'APPEAL' and units @> array[current_setting('shouwen.unit')]
    and exists (select from intake.appeal a where a.id = meaning.thing));
