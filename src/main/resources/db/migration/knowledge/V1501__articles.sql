create schema knowledge;

-- 知识库: each row is one version of an article; what was published stays as it was said
create table knowledge.article_version (
    id            uuid primary key,
    article       uuid        not null,
    version       integer     not null check (version > 0),
    kind          text        not null check (kind in ('POLICY', 'PROCEDURE', 'SERVICE')),
    unit          text        not null,      -- who answers for it
    title         text        not null,
    text          text        not null,
    source_number text        not null,      -- 文号
    source_title  text        not null,
    source_clause text        not null,
    source_date   date,
    place         text        not null,      -- of a convenience enterprise: where, when, licence, telephone
    hours         text        not null,
    licence       text        not null,
    phone         text        not null,
    valid_from    date,
    valid_to      date,                      -- the last day on which it holds
    open          boolean     not null,      -- also on the portal
    state         text        not null check (state in ('DRAFT', 'CHECKED', 'PUBLISHED', 'REPLACED', 'WITHDRAWN')),
    author        uuid,
    checker       uuid,
    review_by     date        not null,
    changed_at    timestamptz not null,
    unique (article, version)
);
create unique index article_published_once on knowledge.article_version (article) where state = 'PUBLISHED';
create unique index article_in_work_once on knowledge.article_version (article) where state in ('DRAFT', 'CHECKED');
create index article_listed on knowledge.article_version (state, changed_at desc);
create index article_due on knowledge.article_version (unit, review_by) where state = 'PUBLISHED';

-- "wrong" and "missing": what agents and citizens found, each a task with a limit
create table knowledge.flaw (
    id       uuid primary key,
    kind     text        not null check (kind in ('WRONG', 'MISSING')),
    article  uuid,                           -- the article that is wrong
    unit     text,                           -- whose task it is; null: the platform's
    words    text        not null,
    at       timestamptz not null,
    due      date        not null,
    settled  timestamptz,
    settled_by text      not null,
    answer   text        not null
);
create index flaw_open on knowledge.flaw (due, id) where settled is null;

-- the answer that was given, as it stood then
create table knowledge.answer_used (
    appeal   text        not null,           -- the appeal's number
    article  uuid        not null,
    version  integer     not null,
    at       timestamptz not null,
    primary key (appeal, article)
);
create index answer_used_of on knowledge.answer_used (article, at desc);

-- 停供通知: what stands first at the desk and on the portal for a place
create table knowledge.outage (
    id       uuid primary key,
    unit     text        not null,
    title    text        not null,
    text     text        not null,
    place    text,                           -- code; null: the whole city
    begins   timestamptz not null,
    ends     timestamptz not null check (ends > begins),
    planned  boolean     not null,
    withdrawn boolean    not null default false,
    changed_at timestamptz not null
);
create index outage_now on knowledge.outage (ends) where not withdrawn;
