create schema nuisance;

create table nuisance.ruling (
    id        uuid primary key,
    phone_key text not null, -- keyed hash; the number is in the vault; empty once both are forgotten
    salt      text not null, -- goes into the journal's digest of it; forgotten with it
    state     text not null check (state in ('PROPOSED', 'SECONDED', 'IN_FORCE', 'REFUSED', 'ENDED')),
    until     date,
    body      text not null  -- the whole ruling, as the journal has it
);
-- the desk asks with a caller on the line
create index ruling_in_force on nuisance.ruling (phone_key, until) where state = 'IN_FORCE';
-- what is over and still has its number
create index ruling_over on nuisance.ruling (id) where state in ('REFUSED', 'ENDED') and phone_key <> '';
-- one at a time about one number
create unique index ruling_open on nuisance.ruling (phone_key) where state in ('PROPOSED', 'SECONDED', 'IN_FORCE');
