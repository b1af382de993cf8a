revoke all on calendar.asking from shouwen_unit;
revoke insert, update, delete on all tables in schema calendar from shouwen_unit;

alter table calendar.moved_limit enable row level security;
create policy own on calendar.moved_limit to shouwen_unit using (unit = current_setting('shouwen.unit'));
