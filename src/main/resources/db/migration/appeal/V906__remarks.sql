-- what an appellant said after the appeal, until a named person of the desk, and one of the unit, has read it;
-- references only, the words are the appeal's
create table intake.remark (
    id           uuid primary key, -- its subject in the history; of an addition: the addition's id
    appeal       uuid        not null references intake.appeal,
    kind         text        not null check (kind in ('ADDITION', 'RATING')),
    at           timestamptz not null,
    desk_account uuid,
    desk_name    text,
    desk_at      timestamptz,
    unit_account uuid,
    unit_name    text,
    unit_at      timestamptz,
    check ((desk_at is null) = (desk_name is null)),
    check ((unit_at is null) = (unit_name is null))
);
create index remark_of_appeal on intake.remark (appeal, at);
create index remark_new on intake.remark (at, id) where desk_at is null;

-- 对办结的异议: once for each outcome, ruled by another officer than the one who accepted the report (ruling 40)
create table intake.objection (
    id            uuid primary key,     -- its subject in the history
    appeal        uuid        not null references intake.appeal,
    order_number  text        not null, -- that was closed: the appeal's own, or the one that leads it
    closed_at     timestamptz not null,
    accepted_by   uuid,                 -- the officer who accepted the report
    asked_at      timestamptz not null,
    words         text        not null,
    upheld        boolean,
    reason        text,
    account       uuid,
    officer       text,
    ruled_at      timestamptz,
    unique (appeal, closed_at),
    check ((ruled_at is null) = (upheld is null and reason is null and officer is null))
);
create index objection_waiting on intake.objection (asked_at, id) where ruled_at is null;
