create schema callback;

-- drawn by hand for a period and a unit: with its seed anyone can draw again and must get the same
create table callback.hand_draw (
    id       uuid primary key,
    from_day date        not null,
    to_day   date        not null,
    unit     text,                    -- null: all
    percent  int         not null check (percent between 1 and 100),
    seed     bigint      not null,
    closed   int         not null,
    drawn    int         not null,
    at       timestamptz not null,
    by_name  text        not null
);
create index hand_draw_newest on callback.hand_draw (at desc);

-- which agent was given a callback
create table callback.given (
    callback uuid primary key,
    account  uuid        not null,
    name     text        not null,
    at       timestamptz not null,
    by_name  text        not null
);
create index given_of on callback.given (account);
