revoke insert, update, delete on messages.template from shouwen_unit;
revoke update, delete on messages.staff_notice from shouwen_unit;
revoke all on messages.staff_outbox, messages.opt_out, messages.thread, messages.part, messages.report, messages.wish from shouwen_unit;

alter table messages.outbox enable row level security;
create policy tells on messages.outbox for insert to shouwen_unit with check (
    exists (select from workorder.work_order o where o.number = outbox.number));

-- what a unit is told, and what its acts tell other units; whoever carries it is no unit
alter table messages.staff_notice enable row level security;
create policy own on messages.staff_notice for select to shouwen_unit using (unit = current_setting('shouwen.unit'));
create policy tells on messages.staff_notice for insert to shouwen_unit with check (
    exists (select from workorder.work_order o where o.number = order_number));

-- what belongs to a person of the unit
alter table messages.staff_seen enable row level security;
create policy own on messages.staff_seen to shouwen_unit using (
    exists (select from accounts.account a where a.id = account));
alter table messages.staff_ways enable row level security;
create policy own on messages.staff_ways to shouwen_unit using (
    exists (select from accounts.account a where a.id = account));
