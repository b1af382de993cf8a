revoke all on accounts.token, accounts.role_grant, accounts.home, accounts.provider_login, accounts.spring_session,
    accounts.spring_session_attributes from shouwen_unit;

-- nobody of a unit makes accounts or gives roles
revoke insert, update, delete on accounts.account from shouwen_unit;
grant update (password, password_ends, must_change, version) on accounts.account to shouwen_unit;

alter table accounts.account enable row level security;
create policy own on accounts.account to shouwen_unit using (unit = current_setting('shouwen.unit'));

-- what belongs to a person of the unit
alter table accounts.second_factor enable row level security;
create policy own on accounts.second_factor to shouwen_unit using (
    exists (select from accounts.account a where a.id = account));
alter table accounts.recovery_code enable row level security;
create policy own on accounts.recovery_code to shouwen_unit using (
    exists (select from accounts.account a where a.id = account));
alter table accounts.passkey enable row level security;
create policy own on accounts.passkey to shouwen_unit using (
    exists (select from accounts.account a where a.id = account));

create policy account on history.entry to shouwen_unit using (
    subject_kind = 'account' and exists (select from accounts.account c where c.id = subject_id));
