create policy shift on history.entry to shouwen_unit using (subject_kind = 'shift');
