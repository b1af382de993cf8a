alter table coordination.handover enable row level security;
create policy own on coordination.handover to shouwen_unit using (unit = current_setting('shouwen.unit'));

create policy handover on history.entry to shouwen_unit using (
    subject_kind = 'handover' and exists (select from coordination.handover h where h.id = subject_id));
