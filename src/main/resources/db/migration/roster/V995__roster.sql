create schema roster;

create table roster.shift (
    id      uuid primary key,
    day     date not null,
    half    text not null check (half in ('MORNING', 'AFTERNOON', 'DAY')),
    purpose text not null check (purpose in ('TRAINING', 'ANSWERING')),
    unit    text not null,
    person  text not null default '',
    state   text not null check (state in ('PLANNED', 'CAME', 'NO_SHOW', 'REMOVED')),
    swap    uuid                      -- the shift that the unit would like instead
);
create unique index shift_once on roster.shift (day, half, unit) where state <> 'REMOVED';
create index shift_no_show on roster.shift (unit, day) where state = 'NO_SHOW';

-- what a unit said it has looked through; the newest of each kind counts
create table roster.upkeep (
    unit  text        not null,
    what  text        not null check (what in ('KNOWLEDGE', 'DIRECTORY')),
    at    timestamptz not null,
    by    text        not null,
    words text        not null,
    primary key (unit, what, at)
);
