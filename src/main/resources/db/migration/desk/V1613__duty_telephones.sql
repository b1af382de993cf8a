-- 值守电话: whom to call at a unit at which hour, and who is next when nobody lifts.
create table desk.duty_phone (
    id uuid primary key,
    unit text not null,
    days text not null,
    from_hour int not null check (from_hour between 0 and 23),
    to_hour int not null check (to_hour between 1 and 24),
    turn int not null,
    name text not null,
    phone text not null
);
create index on desk.duty_phone (unit, turn);
