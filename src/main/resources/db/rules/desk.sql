-- a form that was half typed shows to people of the same unit as the account
alter table desk.draft enable row level security;
create policy own on desk.draft to shouwen_unit using (exists (select from accounts.account a where a.id = account));
-- the hotline's calls are the platform's
revoke all on desk.call_event, desk.call, desk.call_reject, desk.line, desk.call_source,
    desk.missed_call, desk.dial, desk.call_use, desk.duty_phone, desk.utterance from shouwen_unit;
