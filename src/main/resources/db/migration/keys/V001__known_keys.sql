create schema keys;

create table keys.known (
    name        text primary key,
    check_value bytea not null
);
