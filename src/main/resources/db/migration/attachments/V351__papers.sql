create schema papers;

-- what was handed in; the bytes lie in the store under their hash
create table papers.paper (
    id      uuid primary key,
    subject text        not null, -- whom it belongs to, such as work_order/20260930-000001
    label   text        not null,
    name    text        not null,
    type    text        not null,
    size    bigint      not null,
    sha256  text        not null,
    kept_at timestamptz not null,
    kept_by text        not null,
    destroyed_at timestamptz -- its term ran out: the bytes are gone
);
create index paper_of_bytes on papers.paper (sha256);
-- what was kept lately
create index paper_kept on papers.paper (kept_at) where destroyed_at is null;
create index paper_of_subject on papers.paper (subject, id);
