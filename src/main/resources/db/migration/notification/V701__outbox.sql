create schema messages;

-- What people are told: written in the transaction of what it tells, shown on the portal, carried by short message
-- where the city has a gateway.
create table messages.outbox (
    id        uuid primary key,
    appellant uuid        not null,
    number    text        not null,
    moment    text        not null,
    args      text        not null,
    text      text        not null,
    short     text,                                    -- as a short message says it; null: nothing is carried
    created   timestamptz not null,
    state     text        not null default 'PORTAL'
        check (state in ('PORTAL', 'NEW', 'SENT', 'FAILED', 'NO_NUMBER', 'SETTLED')),
    tries     int         not null default 0,
    next_try  timestamptz,
    failed    text,                                    -- why the last try failed
    settled   text,                                    -- how the person was told otherwise, and by whom
    settled_at timestamptz
);
create index outbox_number on messages.outbox (number, id);
-- what is to be carried now
create index outbox_new on messages.outbox (next_try) where state = 'NEW';
-- what comes back to the desk
create index outbox_undelivered on messages.outbox (id) where state in ('FAILED', 'NO_NUMBER');

-- the words of a moment where the city has its own; what is not here has the words that come along
create table messages.template (
    moment text not null,
    way    text not null check (way in ('PORTAL', 'SMS')),
    text   text not null,
    primary key (moment, way)
);
