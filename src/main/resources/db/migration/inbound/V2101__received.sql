create schema inbound;

-- What came in over a channel, as it came, before anything was made of it: nothing that was answered "taken" is lost. One row
-- for each message of a source, however often it is sent.
create table inbound.received (
    id          uuid        primary key,
    source      text        not null,            -- sms, mail, wechat, letter
    event       text        not null,            -- message, or another of the source's events
    digest      bytea       not null,            -- keyed, of the source's own id
    source_at   timestamptz,                     -- by the source's clock
    received_at timestamptz not null,            -- by ours
    sender      bytea,                           -- keyed digest of the address, once it was read
    raw         bytea,                           -- encrypted; null when its term is over
    size        int         not null,            -- bytes of it
    corrected   bytea,                           -- encrypted: what a person read in it
    state       text        not null default 'NEW' check (state in ('NEW', 'DONE', 'REJECTED', 'SETTLED')),
    reason      text        not null default '', -- why it was rejected
    danger      boolean     not null default false,
    excused     boolean     not null default false, -- a person took it in again: no limit of its sender holds
    tries       int         not null default 0,
    next_try    timestamptz,
    came_of_it  text        not null default '', -- OPENED, ADDED, RATED, OPTED_OUT, OPTED_IN, IGNORED
    number      text,                            -- of the appeal
    done_at     timestamptz,
    settled     text,                            -- why nothing is made of it, and who said so
    unique (source, event, digest)
);
create index received_new on inbound.received (next_try) where state = 'NEW';
create index received_rejected on inbound.received (danger desc, received_at, id) where state = 'REJECTED';
create index received_sender on inbound.received (sender, received_at);
create index received_number on inbound.received (number);
create index received_raw on inbound.received (done_at) where raw is not null;
create index received_at on inbound.received (received_at);
