revoke all on citizens.rotation from shouwen_unit;
revoke insert, update, delete on citizens.number_form from shouwen_unit;

alter table citizens.appellant enable row level security;
create policy own on citizens.appellant to shouwen_unit using (
    citizens.concerns(id, current_setting('shouwen.unit')));

create policy appellant on history.entry to shouwen_unit using (
    subject_kind = 'appellant' and exists (select from citizens.appellant p where p.id = subject_id));
