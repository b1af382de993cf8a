create schema open311;

-- What the city publishes of its matters, as programs ask for it; a city's own data.
create table open311.service (
    code        text        not null primary key check (code ~ '^[A-Za-z0-9_-]{1,60}$'),
    position    int         not null,              -- in which order they are listed
    name        text        not null,
    description text        not null,
    keywords    text[]      not null,
    service_group text      not null,
    type        text        not null check (type in ('REALTIME', 'BATCH', 'BLACKBOX')),
    kind        text        not null,              -- of the edition
    class       text        not null,              -- of matter
    lists       text        not null check (lists in ('POSTED', 'ALL')),
    place       text        not null check (place in ('EXACT', 'COARSE', 'NONE')),
    agency      boolean     not null,              -- whether it is said who is in charge
    attributes  jsonb       not null,
    active      boolean     not null default true,
    changed_at  timestamptz not null
);
create unique index service_of_class on open311.service (class) where active;

-- Programs that may post; of a key only its digest is kept.
create table open311.api_key (
    id         uuid        not null primary key,
    name       text        not null,
    contact    text        not null,
    digest     bytea       not null unique,
    per_minute int         not null check (per_minute between 1 and 10000),
    issued_at  timestamptz not null,
    revoked_at timestamptz
);

-- The public copy: what anybody may read of a matter, and nothing else of it.
create table open311.request (
    id           text        not null primary key,
    token        text        unique,               -- of those whose number comes later
    appeal       uuid        unique,               -- null once the appellant is forgotten
    service      text        not null,
    posted_by    uuid,                             -- null: it came in over another channel
    listed       boolean     not null,             -- whether anybody may read it now
    open         boolean     not null,
    outcome      text        not null default '',  -- code of what became of it
    agency       text        not null default '',
    place        text,                             -- code; only as far as the county or town
    latitude     float8,                           -- as it was posted, until the appellant is forgotten
    longitude    float8,
    datum        text check (datum in ('WGS84', 'GCJ02', 'BD09')),
    requested_at timestamptz not null,
    updated_at   timestamptz not null,
    expected_at  timestamptz,
    check ((latitude is null) = (longitude is null) and (latitude is null) = (datum is null))
);
create index request_listed on open311.request (requested_at desc, id desc) where listed;
create index request_of_service on open311.request (service, requested_at desc, id desc) where listed;
create index request_of_key on open311.request (posted_by, requested_at desc) where posted_by is not null;

-- how far the journal has been read
create table open311.feed (
    one     boolean not null primary key default true check (one),
    through bigint  not null,
    seen    bigint  not null,
    horizon bigint  not null
);
