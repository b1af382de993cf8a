create schema messages;

-- What people are told: written in the transaction of what it tells, carried by channels later, shown on the portal.
create table messages.outbox (
    id        uuid primary key,
    appellant uuid        not null,
    number    text        not null,
    moment    text        not null,
    args      text        not null,
    text      text        not null,
    created   timestamptz not null,
    channel   text,
    sent      timestamptz,
    failed    text
);
create index outbox_number on messages.outbox (number, id);
create index outbox_unsent on messages.outbox (id) where sent is null and channel is not null;
