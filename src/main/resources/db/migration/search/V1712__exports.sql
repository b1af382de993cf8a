-- 检索导出: who asked for a table of what a search finds, what for, and who let them. The table itself is not kept: it is
-- made when it is fetched, as whoever fetches it may see it then.
create table search.export (
    id         uuid        primary key,
    account    uuid        not null,
    asker      text        not null,
    unit       text,                           -- null: the platform
    query      text        not null,           -- names and values as in the page's address
    purpose    text        not null,
    asked_at   timestamptz not null,
    state      text        not null,
    decided_by uuid,
    decider    text        not null default '',
    decided_at timestamptz,
    fetched_at timestamptz,
    fetched    integer     not null default 0, -- rows of the last table that was fetched
    version    bigint      not null default 0
);
create index export_account on search.export (account, id desc);
create index export_asked on search.export (id) where state = 'ASKED';
