-- appeals whose words tell of danger to life, until a named person has confirmed or dismissed it (Art. 8.3, ruling 16);
-- references only, the words are the appeal's
create table intake.danger_alarm (
    id              uuid primary key,     -- its subject in the history
    appeal          uuid        not null unique references intake.appeal,
    guidance        text        not null, -- whom to call: code of a guidance target; empty when it is not clear
    since           timestamptz not null,
    denied_at       timestamptz,          -- when the appellant said that it is none
    state           text        not null check (state in ('OPEN', 'CONFIRMED', 'DISMISSED')),
    reason          text        not null,
    officer_account uuid,
    officer_name    text,
    decided_at      timestamptz,
    version         bigint      not null,
    head            bytea       not null,
    check ((state = 'OPEN') = (officer_name is null and decided_at is null))
);
create index danger_alarm_open on intake.danger_alarm (since) where state = 'OPEN';

-- the desk's queue: danger first, then urgent, then oldest first
drop index intake.appeal_queue;
create index appeal_queue on intake.appeal
    ((case when urgent_kind = 'danger' then 0 when urgent_kind is null then 2 else 1 end), id) where state = 'WAITING';
