-- A unit reads the warnings that were handed to it, without the appeals behind them; all else is the platform's.
revoke insert, update, delete on all tables in schema warning from shouwen_unit;
revoke all on warning.member, warning.seen, warning.change, warning.last_number from shouwen_unit;
alter table warning.warning enable row level security;
create policy handed on warning.warning for select to shouwen_unit using (
    handed_unit = current_setting('shouwen.unit'));

create policy warning on history.entry to shouwen_unit using (
    subject_kind = 'warning' and exists (select from warning.warning w where w.id = subject_id));
