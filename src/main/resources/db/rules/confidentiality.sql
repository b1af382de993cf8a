revoke insert, update, delete on confidentiality.party, confidentiality.complained_about from shouwen_unit;
revoke all on confidentiality.parties from shouwen_unit;

alter table confidentiality.party enable row level security;
