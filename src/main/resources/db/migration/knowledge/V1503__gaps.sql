-- what was asked and not answered from an article: masked before it is stored, and grouped at night
create table knowledge.unanswered (
    id           uuid primary key,
    at           timestamptz not null,
    source       text        not null check (source in ('DESK', 'PORTAL', 'LOOKUP', 'CONSULTATION')),
    words        text        not null,
    answer       text        not null,       -- what was said without an article; empty when nothing was
    matter_class text,
    unit         text,                       -- who answered or would have
    appeal       uuid,                       -- null when somebody only looked for it
    gap          uuid                        -- null until the night
);
create unique index unanswered_of on knowledge.unanswered (appeal) where appeal is not null;
create index unanswered_new on knowledge.unanswered (at) where gap is null;
create index unanswered_of_gap on knowledge.unanswered (gap, at desc);
create index unanswered_of_source on knowledge.unanswered (source, at);

-- 缺口: questions about one matter that no article answers
create table knowledge.gap (
    id           uuid primary key,
    words        text        not null,       -- the question that stands for the others
    matter_class text,
    unit         text,                       -- whose task it is; null: the platform's
    questions    integer     not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    flaw         uuid,                       -- the task; null while too few have asked
    article      uuid,                       -- the article that was drafted from it
    closed_at    timestamptz                 -- its article is published, or nobody has to write one
);
create index gap_open on knowledge.gap (questions desc, id) where closed_at is null;
create index gap_of_article on knowledge.gap (article) where article is not null;
