-- one draw a day: with its seed anyone can draw again and must get the same
create table supervision.draw (
    day     date primary key, -- the day on which the orders were closed
    seed    bigint      not null,
    closed  int         not null,
    drawn   int         not null,
    at      timestamptz not null
);

-- percent of the closed orders that are called back; the first that fits, most columns named first
create table supervision.rate (
    unit        text,
    kind        text,
    limit_class text,
    percent     int not null check (percent between 0 and 100),
    unique nulls not distinct (unit, kind, limit_class)
);

create table supervision.callback (
    id              uuid primary key,
    day             date        not null,
    order_id        uuid        not null,
    order_number    text        not null,
    unit            text        not null,
    kind            text        not null,
    limit_class     text        not null,
    state           text        not null,
    attempts        int         not null default 0,
    last_attempt_at timestamptz,
    truthful        boolean,
    resolved        boolean,
    satisfied_first boolean,
    satisfied       boolean,
    words           text        not null default '',
    called_by       text,
    unique (order_id, day) -- opened again and closed again, it may be drawn again
);
create index callback_waiting on supervision.callback (last_attempt_at nulls first, id) where state = 'WAITING';
create index callback_done on supervision.callback (last_attempt_at desc, id) where state <> 'WAITING';
