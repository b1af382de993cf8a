-- a paper shows to whom what it belongs to does: each module has a policy for its own
alter table papers.paper enable row level security;
