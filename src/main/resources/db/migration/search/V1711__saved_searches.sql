create schema if not exists search;

-- 已存检索: what a person asks again and again, under a name of their own. The words lead to no person; they go with the
-- account, and with whoever is forgotten.
create table search.saved_search (
    id      uuid        primary key,
    account uuid        not null,
    name    text        not null,
    query   text        not null,              -- names and values as in the page's address
    made_at timestamptz not null,
    version bigint      not null default 0,
    unique (account, name)
);
create index saved_search_account on search.saved_search (account, id);
