create schema regulation;

-- the city's own editions: asked for by one person, decided by another; what was adopted stays as it was
create table regulation.adoption (
    id         uuid primary key,
    edition    text        not null,
    text       text        not null, -- the whole edition, as YAML
    asked_by   uuid,
    asker      text        not null,
    asked_at   timestamptz not null,
    decided_by uuid,
    decider    text,
    decided_at timestamptz,
    adopted    boolean
);
create unique index adoption_text on regulation.adoption (edition, md5(text));
create unique index adoption_in_force on regulation.adoption (edition) where adopted;
