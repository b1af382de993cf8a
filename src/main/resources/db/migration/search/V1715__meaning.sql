-- What things mean, as vectors, where a city has switched that on (decision 98). Beside the two copies of the words and not
-- in them: a rebuild of the words makes no vector anew. A vector leads back to its words and goes with them.
create table search.meaning (
    thing  uuid        not null primary key,
    appeal uuid,                   -- whose person's words it may hold
    kind   text        not null check (kind in ('APPEAL', 'ORDER', 'ARTICLE')),
    at     timestamptz not null,
    units  text[]      not null,
    key    int         not null,   -- the set of centres, in the upper half, and the nearest centre of it
    digest bigint      not null,   -- of the words that it is of
    vector bytea       not null check (octet_length(vector) = 256) -- 512 numbers of four bits
) with (autovacuum_vacuum_insert_scale_factor = 0.05);
-- int4's equality is leakproof: this index serves under row-level security too
create index meaning_key on search.meaning (key);
create index meaning_appeal on search.meaning (appeal) where appeal is not null;

-- what waits for its vector: what changed lately before what was there already
create table search.meaning_due (
    thing uuid    not null primary key,
    later boolean not null,
    mark  bigint  not null generated always as identity -- another one when it is marked anew
);
create index meaning_due_order on search.meaning_due (later, mark);

-- Centres of what things mean: a question looks beside the nearest of them. While a new set is taken up two are asked.
create table search.centre (
    set    int   not null check (set between 1 and 32767),
    no     int   not null check (no between 0 and 65535),
    vector bytea not null check (octet_length(vector) = 512),
    primary key (set, no)
);

create table search.meaning_state (
    one     boolean     not null primary key default true check (one),
    model   text,                  -- of which the vectors are; null: switched off
    sets    int         not null default 0,     -- counts up when the sets of centres change
    learned bigint      not null default 0,     -- how many vectors there were when the newest set was learned
    walked  boolean     not null default false, -- all that was there before has been looked at
    at      timestamptz,           -- of the last that was looked at, newest first
    id      uuid
);
insert into search.meaning_state default values;
