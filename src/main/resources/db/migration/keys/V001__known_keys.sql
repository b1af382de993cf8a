create schema keys;

create table keys.known (
    name        text primary key,
    check_value bytea not null
);

-- later versions of a key; the newest is written with
create table keys.version (
    name    text        not null,
    version int         not null check (version between 2 and 127),
    since   timestamptz not null,
    primary key (name, version)
);
