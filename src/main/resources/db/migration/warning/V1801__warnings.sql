-- Risk warnings (Art. 2, 19): what the machine raised, what people made of it, and which appeals belong to it. No name, no
-- number of a person, no words of appellants.
create schema warning;

create table warning.last_number (
    year int primary key,
    last int not null
);

create table warning.warning (
    id           uuid primary key,
    number       text        not null unique,
    signal       text        not null,
    state        text        not null,
    matter_key   text        not null,           -- what tells one matter from another where appeals alone do not
    matter_class text        not null,           -- empty: none
    handed_unit  text        not null default '', -- the unit that it was handed to
    raised_at    timestamptz not null,
    changed_at   timestamptz not null,
    body         text        not null,           -- the whole, as the journal last wrote it
    version      bigint      not null
);
create index warning_listed on warning.warning (state, changed_at desc);
create index warning_key on warning.warning (matter_key, changed_at desc);
create index warning_learned on warning.warning (signal, matter_class, changed_at);

-- the appeals of a warning
create table warning.member (
    warning uuid        not null references warning.warning (id),
    appeal  uuid        not null,
    number  text        not null,   -- of the appeal
    at      timestamptz not null,   -- when the appeal came
    by      text        not null,   -- who joined it; empty: the machine
    primary key (warning, appeal)
);
create index member_appeal on warning.member (appeal);
create index member_number on warning.member (number);

-- the appeals that were watched, for as long as any signal looks back; what is counted of them
create table warning.seen (
    appeal       uuid primary key,
    at           timestamptz not null,
    appellant    uuid        not null,   -- key in the vault
    urgent_kind  text        not null    -- empty: none
);
create index seen_at on warning.seen (at);
create index seen_appellant on warning.seen (appellant);
create index seen_urgent on warning.seen (urgent_kind, at) where urgent_kind <> '';

-- rules and sensitive words that people changed: asked by one, ruled on by another
create table warning.change (
    id       uuid primary key,
    kind     text        not null,   -- ADD_WORD, DROP_WORD, SET_RULE
    signal   text        not null,
    word     text        not null,
    least    int         not null,
    days     int         not null,
    excess   double precision not null,
    reason   text        not null,
    asked_by text        not null,
    asked_at timestamptz not null,
    ruled_by text,
    ruled_at timestamptz,
    granted  boolean
);
