alter table filing.filed enable row level security;
create policy own on filing.filed to shouwen_unit using (unit = current_setting('shouwen.unit'));

create policy filing on papers.paper to shouwen_unit using (
    split_part(subject, '/', 1) = 'filing' and split_part(subject, '/', 2) = current_setting('shouwen.unit'));
