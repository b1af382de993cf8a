create schema accountability;

create table accountability.breach (
    id           uuid primary key,
    number       text        not null unique,
    unit         text        not null,
    person       text        not null,          -- who in the unit; empty when the unit as such
    ground       text        not null,          -- A22_1 … A22_7
    order_number text,
    words        text        not null,
    evidence     text        not null,          -- the order's history as it stood at the opening
    evidence_sha text        not null,
    opened_at    timestamptz not null,
    opened_by    text        not null,
    heard_at     timestamptz,
    hearing      text        not null default '',
    found_at     timestamptz,
    found_by     text,
    upheld       boolean,
    finding      text        not null default '',
    sanction     text        not null default '',
    mitigation   text[]      not null default '{}', -- A24_1 … A24_4
    second       boolean     not null default false, -- two or more within a year (23.4)
    referred_at  timestamptz,
    referred_to  text,
    referral     text                            -- A23_1 … A23_4
);
create index breach_open on accountability.breach (opened_at desc);
create index breach_of_unit on accountability.breach (unit, found_at) where upheld;

create table accountability.last_number (
    year int primary key,
    last int not null
);
