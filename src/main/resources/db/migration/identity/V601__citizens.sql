create schema citizens;

-- One row per appeal: the identity as it was given with it. Every value is encrypted under a key that lies outside
-- the database; the phone is found again by a keyed digest.
create table citizens.appellant (
    id         uuid primary key,
    name       bytea,
    phone      bytea,
    address    bytea,
    ip         bytea,
    channel_account bytea,
    phone_hash bytea check (length(phone_hash) = 32)
);
-- same number, newest first: ids are in order of time
create index appellant_phone on citizens.appellant (phone_hash, id desc) where phone_hash is not null;

-- since when a key was written with, and when the last identity stood under it
create table citizens.rotation (
    since   timestamptz primary key,
    done_at timestamptz not null
);
