-- Evaluation of units (Art. 3, decision 58): schemes adopted by two, drafts, objections, publications that stay.
create table reporting.scheme (
    id         uuid primary key,
    code       text        not null,
    text       text        not null,  -- as it was proposed
    from_day   date        not null,
    to_day     date        not null,
    asked_by   uuid,
    asker      text        not null,
    asked_at   timestamptz not null,
    decided_by uuid,
    decider    text,
    decided_at timestamptz,
    adopted    boolean
);

-- what a scheme comes to by now; the last of each day stays
create table reporting.draft (
    scheme uuid        not null references reporting.scheme,
    day    date        not null,
    at     timestamptz not null,
    body   text        not null,
    primary key (scheme, day)
);

create table reporting.objection (
    id        uuid primary key,
    scheme    uuid        not null references reporting.scheme,
    unit      text        not null,
    number    text        not null,   -- of the order
    reason    text        not null,
    asked_by  uuid,
    asker     text        not null,
    asked_at  timestamptz not null,
    upheld    boolean,
    ground    text check (ground in ('UNREASONABLE', 'FORCE_MAJEURE', 'WRONG_DISPATCH')),
    ruling    text,
    ruled_by  uuid,
    ruler     text,
    ruled_at  timestamptz,
    unique (scheme, unit, number)
);
create index objection_number on reporting.objection (number) where upheld;
create index objection_open on reporting.objection (scheme, asked_at) where ruled_at is null;

create table reporting.publication (
    id           uuid primary key,
    scheme       uuid        not null references reporting.scheme,
    revision     int         not null,
    why          text        not null,  -- of a revision
    published_by uuid,
    publisher    text        not null,
    published_at timestamptz not null,
    body         text        not null,  -- scores as they were published
    cases        bigint      not null,
    digest       text        not null,  -- SHA-256 of body and cases, in the journal as well
    unique (scheme, revision)
);

-- the orders that a publication counted
create table reporting.published_case (
    publication uuid     not null references reporting.publication,
    figure      text     not null,
    unit        text     not null,
    number      text     not null,
    day         date     not null,
    met         boolean  not null,
    stays       boolean  not null,
    value       int      not null
);
create index published_case_of on reporting.published_case (publication, unit, figure);
