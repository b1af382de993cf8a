-- 公开答复 (政民互动): answers to suggestions and to what many asked, masked, proposed by one and published by another
create table knowledge.public_answer (
    id           uuid primary key,
    topic        text        not null check (topic in ('SUGGESTION', 'COMMON')),
    title        text        not null,
    question     text        not null,
    answer       text        not null,
    unit         text,                       -- who answered; null: the platform
    appeal       uuid,                       -- where it came from; null once the appellant is forgotten
    state        text        not null check (state in ('PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
    proposer     uuid        not null,
    proposed_at  timestamptz not null,
    decider      uuid,
    decided_at   timestamptz,
    reason       text        not null,       -- of a refusal or withdrawal
    check (decider is null or decider <> proposer or state = 'WITHDRAWN')
);
create unique index public_answer_of on knowledge.public_answer (appeal) where state in ('PROPOSED', 'PUBLISHED');
create index public_answer_listed on knowledge.public_answer (state, decided_at desc, id);
