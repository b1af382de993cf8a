-- Files that a message names and that lie with the channel: fetched afterwards, tried again, given up after some days.
create table inbound.media (
    id uuid primary key,
    source text not null,
    number text not null,
    media text not null,
    due timestamptz not null,
    tries int not null default 0,
    until timestamptz not null
);
create index on inbound.media (due);
create index on inbound.media (number);
