-- a year that one person asks for and another loads; what was decided stays
create table calendar.asking (
    id              uuid primary key,
    year            int         not null,
    text            text        not null, -- the whole calendar as CalendarFile writes it
    drop_days       boolean     not null,
    asked_account   uuid,
    asker           text        not null,
    asked_at        timestamptz not null,
    decided_account uuid,
    decider         text,
    decided_at      timestamptz,
    loaded          boolean
);
create unique index asking_waiting on calendar.asking (year) where decided_at is null;

-- which limits a calendar moved: for the units that owe
create table calendar.moved_limit (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    kind        text        not null,
    number      text        not null,
    label       text        not null, -- receipt, handling, part …
    unit        text        not null,
    was         timestamptz not null,
    becomes     timestamptz not null,
    awaits      boolean     not null -- a notice still to come may move it again
);
create index moved_limit_of_unit on calendar.moved_limit (unit, at desc, id desc);
