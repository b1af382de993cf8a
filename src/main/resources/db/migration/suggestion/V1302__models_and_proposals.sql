-- models trained on the city's own decisions, each measured on decisions it had not seen; content is null once destroyed
create table suggestion.model (
    id               uuid primary key,
    task             text             not null check (task in ('class', 'kind', 'dispatch')),
    version          text             not null unique,
    made_at          timestamptz      not null,
    trained_on       integer          not null, -- rows
    held_out         integer          not null, -- rows it was measured on, all newer than those it learned from
    macro_f1         double precision not null,
    top1             double precision not null,
    top2             double precision not null,
    sure_share       double precision not null,
    sure_precision   double precision not null,
    rival            text             not null, -- version in use when it was made, measured on the same rows
    rival_macro_f1   double precision not null,
    better           boolean          not null,
    content          bytea,
    switched_on_at   timestamptz,
    switched_on_by   text,
    switched_off_at  timestamptz,
    switched_off_by  text,
    destroyed_at     timestamptz,
    destroyed_why    text
);
create unique index model_one_in_use on suggestion.model (task) where switched_on_at is not null and switched_off_at is null;
create index model_newest on suggestion.model (made_at desc, id);

-- which appeals a model learned from, so that it goes when one of them is forgotten (Art. 21); no words
create table suggestion.model_row (
    model  uuid not null references suggestion.model on delete cascade,
    appeal uuid not null,
    primary key (appeal, model)
);

-- what was proposed and what a named person made of it (ruling 16); codes only, never words
create table suggestion.proposal (
    id        uuid primary key,
    appeal    uuid,                     -- null once the person is forgotten
    field     text             not null, -- kind, class, place, location, time, name, phone, accused, same, unit, assisting, limit
    proposed  text             not null, -- a code; empty where it would be a person's words
    confidence double precision not null,
    band      text             not null check (band in ('SURE', 'TWO', 'LIST')),
    model     text             not null,
    became    text             not null check (became in ('ACCEPTED', 'CHANGED', 'LEFT')),
    decided   text             not null, -- a code; empty where it would be a person's words
    account   uuid,
    officer   text             not null,
    at        timestamptz      not null
);
create index proposal_newest on suggestion.proposal (at desc, id);
create index proposal_appeal on suggestion.proposal (appeal) where appeal is not null;
