create schema supervision;

-- what calls for supervision: found by the system or named by a person
create table supervision.trigger (
    id           uuid primary key,
    order_id     uuid        not null,
    order_number text        not null,
    unit         text        not null,
    kind         text        not null,
    at           timestamptz not null,
    words        text        not null,
    by_name      text        not null,
    settled_at   timestamptz,
    settled_how  text        -- the supervision's number, or why there is none
);
create index trigger_open on supervision.trigger (at, id) where settled_at is null;
create index trigger_of_order on supervision.trigger (order_id, at);

create table supervision.supervision (
    id           uuid primary key,
    number       text        not null unique,
    order_id     uuid        not null,
    order_number text        not null,
    unit         text        not null,
    level        text        not null,
    how          text        not null,
    words        text        not null,
    issued_at    timestamptz not null,
    issued_by    text        not null,
    due          timestamptz not null,
    provisional  boolean     not null,
    answered_at  timestamptz,
    answer       text        not null default '',
    signed       text,                 -- the signed outcome, a paper as JSON
    escalated_at timestamptz
);
create index supervision_open on supervision.supervision (due) where answered_at is null and escalated_at is null;
create index supervision_of_order on supervision.supervision (order_id, issued_at);
create index supervision_of_unit on supervision.supervision (unit, issued_at desc);

create table supervision.last_number (
    year int primary key,
    last int not null
);
