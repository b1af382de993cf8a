create schema events;

-- Who is told of events, and where; whoever changes it is in the journal.
create table events.receiver (
    id         uuid        not null primary key,
    name       text        not null unique,
    address    text        not null,
    types      text[]      not null,           -- such as work_order.*
    batch      int         not null check (batch between 1 and 500),
    paused     boolean     not null,           -- by a person
    secret     int         not null,           -- generation of the key it is signed with
    added_at   timestamptz not null,
    removed_at timestamptz
);

-- How far each has been told, and what stands in the way.
create table events.cursor (
    receiver    uuid        not null primary key,
    at_id       bigint      not null,          -- the last entry of the journal it has, or did not want
    failures    int         not null default 0,
    last_error  text        not null default '',
    failed_at   timestamptz,
    told_at     timestamptz,
    next_try_at timestamptz,
    stopped_at  timestamptz,                   -- it failed too long: a person resumes it
    lease       uuid,                          -- the node's run that tells it now
    lease_until timestamptz
);

-- What went out: not the words, which are made anew from the journal, but which, when, and their digest.
create table events.sent (
    id       uuid        not null primary key,
    receiver uuid        not null,
    first_id bigint      not null,
    last_id  bigint      not null,
    events   int         not null,
    at       timestamptz not null,
    digest   bytea       not null              -- SHA-256 of the body
);
create index sent_of_receiver on events.sent (receiver, id desc);
create index sent_at on events.sent (at);

-- up to where the journal is settled
create table events.feed (
    one     boolean not null primary key default true check (one),
    through bigint  not null,
    seen    bigint  not null,
    horizon bigint  not null
);
