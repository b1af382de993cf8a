-- Who gave up or waited too long and is to be called back: one line a person, whatever they tried.
create table desk.missed_call (
    id uuid primary key,
    caller_key text not null,
    caller bytea not null,
    first_missed timestamptz not null,
    last_missed timestamptz not null,
    times int not null,
    attempts int not null default 0,
    last_attempt timestamptz,
    account uuid,
    ended timestamptz,
    how text,
    reason text not null default '',
    version bigint not null default 0
);
create unique index on desk.missed_call (caller_key) where ended is null;
create index on desk.missed_call (first_missed) where ended is null;
create index on desk.missed_call (ended) where ended is not null;

-- What the platform asked the exchange to dial, for whom and about what.
create table desk.dial (
    id uuid primary key,
    account uuid not null,
    purpose text not null,
    subject text not null,
    number bytea not null,
    number_key text,
    asked timestamptz not null,
    call uuid
);
create index on desk.dial (purpose, subject);
create index on desk.dial (asked);

-- Which appeals and acts a call belongs to.
create table desk.call_use (
    call uuid not null,
    kind text not null,
    subject text not null,
    at timestamptz not null,
    primary key (call, kind, subject)
);
create index on desk.call_use (kind, subject);
