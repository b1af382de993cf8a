create schema throttle;

-- what failed lately; keys are keyed hashes of a login, an appeal's number or an address
create table throttle.failure (
    key      text primary key,
    failures int         not null,
    last     timestamptz not null,
    until    timestamptz not null -- no try before
);
create index failure_last on throttle.failure (last);
