create schema exchange;

-- A matter that two systems know: handed over by a partner (IN) or by us (OUT).
create table exchange.matter (
    id         uuid        primary key,
    partner    text        not null,               -- code of the partner's file
    direction  text        not null check (direction in ('IN', 'OUT')),
    source_id  text        not null,               -- as whoever handed it over calls it
    number     text,                               -- of the appeal; null once the person is forgotten
    appeal     uuid,
    handover   text,                               -- number of the handover under Art. 18; null for none
    handed_at  timestamptz,                        -- by the clock of whoever handed it over
    taken_at   timestamptz not null,               -- by ours
    state      text        not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'RETURNED')),
    open_since timestamptz not null,               -- since when an answer is awaited
    turn       int         not null default 0,     -- how often it was answered
    erased_at  timestamptz,
    unique (partner, direction, source_id)
);
create index matter_open on exchange.matter (direction, open_since, id) where state = 'OPEN';
create index matter_appeal on exchange.matter (appeal);
create index matter_erased on exchange.matter (partner, erased_at) where erased_at is not null;

-- What goes to a partner, in the order in which it was written.
create table exchange.outgoing (
    id         uuid        primary key,
    partner    text        not null,
    matter     uuid        not null,
    event      text        not null check (event in ('HANDOVER', 'RESULT', 'RETURN', 'CALL_BACK')),
    turn       int         not null,
    made_at    timestamptz not null,
    body       bytea,                              -- encrypted; null when its term is over
    state      text        not null default 'NEW' check (state in ('NEW', 'SENT', 'REFUSED', 'DROPPED')),
    last_error text        not null default '',
    sent_at    timestamptz,
    by_table   boolean     not null default false, -- it went as a row of a table
    unique (matter, event, turn)
);
create index outgoing_new on exchange.outgoing (partner, id) where state = 'NEW';
create index outgoing_sent on exchange.outgoing (sent_at) where body is not null;

-- What a partner told of a matter, and whether a dispatcher has dealt with it.
create table exchange.told (
    id          uuid        primary key,
    matter      uuid        not null,
    event       text        not null check (event in ('RESULT', 'RETURN', 'CALL_BACK')),
    turn        int         not null,
    told_at     timestamptz,                       -- by the partner's clock
    received_at timestamptz not null,              -- by ours
    satisfied   boolean,
    words       bytea,                             -- encrypted
    state       text        not null check (state in ('WAITING', 'SETTLED', 'NOTED')),
    settled_at  timestamptz,
    settled_by  text,
    unique (matter, event, turn)
);
create index told_waiting on exchange.told (received_at, id) where state = 'WAITING';

-- How it stands with each partner.
create table exchange.partner (
    code         text        primary key,
    failures     int         not null default 0,
    last_error   text        not null default '',
    failed_at    timestamptz,
    next_try_at  timestamptz,
    stopped_at   timestamptz,                      -- it failed too long: a person resumes it
    reached_at   timestamptz,
    refused_at   timestamptz,                      -- it signed under a clock that is away
    skew_seconds bigint,
    lease        uuid,                             -- the run that sends to it now
    lease_until  timestamptz
);
