-- A later version of a key that lies somewhere and is written with as soon as each node that runs holds it.
create table keys.laid (
    name        text        not null,
    version     int         not null check (version between 2 and 127),
    check_value bytea       not null,
    at          timestamptz not null,
    primary key (name, version)
);

-- What each node that runs holds of what was laid.
create table keys.node (
    node  text        primary key,
    seen  timestamptz not null,
    holds text[]      not null
);
