-- How many people brought the cases of a period, where they are too many to count while somebody waits (decision 101).
-- Counts only: who they are stays in the vault.
create table reporting.people_asked (
    id         text primary key,         -- SHA-256 of what is asked, in hexadecimal
    counted_as smallint    not null,     -- the bit of facts.Counted
    first_day  date        not null,     -- Asia/Shanghai, both included
    last_day   date        not null,
    dimension  smallint,                 -- facts.Dimension; null: all together
    bucket     text        not null,     -- figures.SumStore.Bucket
    selection  text[]      not null,     -- each DIMENSION=key
    asked_at   timestamptz not null,
    counted_at timestamptz               -- null: not yet
);

create table reporting.people (
    asked  text not null references reporting.people_asked on delete cascade,
    bucket text not null,                -- first day of the bucket, yyyy-MM-dd; empty: the whole period
    key    text not null,                -- of the dimension; empty: all together, or cases without a key
    people int  not null,
    primary key (asked, bucket, key)
);
