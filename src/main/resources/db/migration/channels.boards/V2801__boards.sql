create schema boards;

-- What came from a board, until its result has gone back there.
create table boards.post (
    source      text        not null,
    source_id   text        not null,
    number      text        not null,          -- of the appeal
    appeal      uuid        not null,
    written_at  timestamptz,                   -- as the source says
    taken_at    timestamptz not null,
    words       bytea       not null,          -- keyed digest, so that another file with other words shows
    returned_at timestamptz,
    primary key (source, source_id)
);
create index post_waits on boards.post (source, taken_at, source_id) where returned_at is null;
create index post_of_appeal on boards.post (appeal);
