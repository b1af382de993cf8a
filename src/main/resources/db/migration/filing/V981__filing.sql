create schema filing;

-- the first-inquiry rules that a unit has filed; the newest counts
create table filing.filed (
    id       uuid primary key,
    unit     text        not null,
    title    text        not null,
    section  text        not null,
    person   text        not null,
    paper    text        not null, -- as JSON
    filed_at timestamptz not null,
    filed_by text        not null
);
create index filed_newest on filing.filed (unit, filed_at desc);
