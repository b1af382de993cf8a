-- the history is added to and never changed
revoke update, delete on all tables in schema history from shouwen_app, shouwen_unit;
revoke all on history.held, history.touched from shouwen_unit;

-- an entry shows to whom its subject does: each module has a policy for its own kinds, and a new kind is nobody's until it
-- has one; of rows that are held against the journal there is only a digest
alter table history.entry enable row level security;
create policy held_row on history.entry to shouwen_unit using (subject_kind like '%.%');
