create schema calendar;

create table calendar.year (
    year   int primary key,
    notice text not null
);

create table calendar.special_day (
    date    date primary key,
    year    int     not null references calendar.year,
    working boolean not null,
    name    text    not null
);

-- one row; moves with every load, so that each node knows when its copy is old
create table calendar.revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);
insert into calendar.revision (revision) values (1);
