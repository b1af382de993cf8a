-- A scanned letter or fax, and what a program read in it, until a clerk has confirmed what it says. Nothing goes in by itself.
create table inbound.scan (
    id          uuid        primary key,
    name        text        not null,            -- of the file's kind: scan.png
    picture     bytea       not null,            -- encrypted
    words       bytea,                           -- encrypted: what the program read; null: nothing
    received_at timestamptz not null,
    done_at     timestamptz,
    number      text                             -- of the appeal it became; null with done_at: laid aside
);
create index scan_waiting on inbound.scan (received_at, id) where done_at is null;
create index scan_done on inbound.scan (done_at) where done_at is not null;
