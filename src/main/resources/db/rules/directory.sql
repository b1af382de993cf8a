revoke insert, update, delete on all tables in schema directory from shouwen_unit;

create policy unit on history.entry to shouwen_unit using (subject_kind = 'unit');
