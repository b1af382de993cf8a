create schema directory;

-- one row; moves with every change, so that each node knows when its copy is old
create table directory.revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);
insert into directory.revision (revision) values (1);

create table directory.unit (
    code             text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name             text    not null,
    kind             text    not null,
    head             text    not null,
    leader_in_charge text    not null,
    desk             text    not null,
    phone            text    not null,
    active           boolean not null,
    parent           text references directory.unit, -- what is brought against a unit is for the one above
    version          bigint  not null
);
create unique index unit_name on directory.unit (name);

create table directory.section (
    id   uuid primary key,
    unit text not null references directory.unit,
    name text not null,
    unique (unit, name)
);

create table directory.officer (
    id      uuid primary key,
    unit    text    not null references directory.unit,
    section uuid references directory.section,
    name    text    not null,
    post    text    not null,
    phone   text    not null,
    active  boolean not null
);

create table directory.place (
    code   text primary key,
    name   text not null,
    level  text not null,
    parent text references directory.place
);

create table directory.matter_class (
    code        text primary key,
    name        text not null,
    parent      text references directory.matter_class,
    limit_class text
);

create table directory.duty (
    matter_class text not null references directory.matter_class,
    place        text references directory.place,
    unit         text not null references directory.unit,
    unique nulls not distinct (matter_class, place, unit)
);
