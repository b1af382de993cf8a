-- Each message goes one way, chosen by its person's address; what carries it tells "sent" and, where it can, "delivered".
alter table messages.outbox add column way text;               -- SMS, MAIL, WECHAT; null: not chosen yet
alter table messages.outbox add column delivered_at timestamptz;
alter table messages.outbox drop constraint outbox_state_check;
alter table messages.outbox add constraint outbox_state_check
    check (state in ('PORTAL', 'NEW', 'SENT', 'DELIVERED', 'FAILED', 'NO_NUMBER', 'SETTLED'));
create index outbox_new_way on messages.outbox (way, next_try) where state = 'NEW';

-- what a carrier's peer calls each part of a message that it took; its reports name it so
create table messages.part (
    way     text        not null,
    peer_id text        not null,
    outbox  uuid        not null,
    state   text        not null default 'SENT' check (state in ('SENT', 'DELIVERED', 'FAILED')),
    code    text        not null default '',     -- the peer's own word for it
    at      timestamptz,                         -- when the peer says it came about
    primary key (way, peer_id)
);
create index part_outbox on messages.part (outbox);

-- reports of parts that are not known yet: a report may come before the answer to what it reports
create table messages.report (
    way         text        not null,
    peer_id     text        not null,
    state       text        not null check (state in ('DELIVERED', 'FAILED')),
    code        text        not null,
    at          timestamptz,
    received_at timestamptz not null,
    primary key (way, peer_id)
);
create index report_received on messages.report (received_at);
