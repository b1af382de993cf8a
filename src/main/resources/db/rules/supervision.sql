alter table supervision.trigger enable row level security; -- no unit reads why it is looked at
alter table supervision.supervision enable row level security;
create policy own on supervision.supervision to shouwen_unit using (unit = current_setting('shouwen.unit'));

create policy supervision on papers.paper to shouwen_unit using (
    split_part(subject, '/', 1) = 'supervision'
    and exists (select from supervision.supervision v where v.number = split_part(subject, '/', 2)));
create policy supervision on history.entry to shouwen_unit using (
    subject_kind = 'supervision' and exists (select from supervision.supervision v where v.id = subject_id));
