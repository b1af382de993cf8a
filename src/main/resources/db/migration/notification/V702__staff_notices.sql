-- What people of units are told about their orders: one row for a unit, in the transaction of what it tells. Its desk and
-- leaders read all of them, an officer those of what they or their section have. No words of the matter, no identity.
create table messages.staff_notice (
    id           uuid        primary key,
    unit         text        not null,
    section      uuid,
    officer      uuid,
    kind         text        not null,
    order_number text        not null,
    at           timestamptz not null,
    due          timestamptz,                    -- the limit that it speaks of
    spread       boolean     not null default false -- what is carried outside the page has been made of it
);
create index staff_notice_unit on messages.staff_notice (unit, id desc);
create index staff_notice_new on messages.staff_notice (id) where not spread;
-- a limit is announced once
create unique index staff_notice_limit on messages.staff_notice (kind, order_number, unit, due)
    where kind in ('RECEIPT_ENDS', 'HANDLING_ENDS');

-- how far a person has read
create table messages.staff_seen (
    account uuid primary key,
    upto    uuid not null
);

-- where a person wants to be told besides the page; the person's own to set and to clear
create table messages.staff_ways (
    account uuid   primary key,
    mobile  text   not null default '',
    mail    text   not null default '',
    groups  text[] not null default '{}'
);

-- what is carried to them; the address is looked up when it is carried, and stands nowhere else
create table messages.staff_outbox (
    id       uuid        primary key,
    account  uuid        not null,
    way      text        not null check (way in ('SMS', 'MAIL')),
    text     text        not null,
    created  timestamptz not null,
    state    text        not null check (state in ('NEW', 'SENT', 'FAILED', 'NO_CARRIER')),
    tries    int         not null default 0,
    next_try timestamptz,
    failed   text
);
create index staff_outbox_new on messages.staff_outbox (next_try) where state = 'NEW';
