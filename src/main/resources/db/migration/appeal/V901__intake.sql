create schema intake;

create table intake.appeal (
    id              uuid primary key,
    number          text        not null unique,
    received_at     timestamptz not null,
    written_at      timestamptz,
    channel         text        not null,
    channel_ref     text,
    appellant       uuid        not null,
    unit            text,                         -- that was asked directly (Art. 10); null: the platform
    kind            text        not null,
    matter_class    text,
    place           text,
    location        text        not null,
    happened_at     text        not null,
    title           text        not null,
    content         text        not null,
    wants           text        not null,
    enterprise      boolean     not null,
    secret          boolean     not null,
    salt            text        not null default '', -- goes into the digests of what was said; forgotten with the person
    accused         text        not null default '', -- who is complained about, in words
    urgent_kind     text,
    note            text        not null,
    state           text        not null check (state in ('WAITING', 'DECIDED')),
    outcome         text check (outcome in ('answered', 'order', 'guided', 'declined', 'reminder', 'joined', 'settled', 'pointed')),
    outcome_detail  text,
    order_number    text,
    officer_account uuid,
    officer_name    text,
    decided_at      timestamptz,
    satisfied       boolean,
    resolved        boolean,
    rating_words    text,
    rated_at        timestamptz,
    review_asked_at timestamptz,                  -- a declined person's one review
    review_words    text,
    review_upheld   boolean,
    review_reason   text,
    review_account  uuid,
    review_officer  text,
    reviewed_at     timestamptz,
    forgotten_at    timestamptz,                  -- its term ran out: the identity is gone, the words are masked
    origin          text        not null,
    idempotency_key text,
    fingerprint     bytea       not null,
    version         bigint      not null,
    head            bytea       not null,
    check ((state = 'DECIDED') = (outcome is not null and officer_name is not null and decided_at is not null))
);
create index appeal_appellant on intake.appeal (appellant);
create unique index appeal_channel_ref on intake.appeal (channel, channel_ref) where channel_ref is not null;
create unique index appeal_request on intake.appeal (origin, idempotency_key) where idempotency_key is not null;
-- the desk's queue: urgent first, then oldest first
create index appeal_queue on intake.appeal ((urgent_kind is null), id) where state = 'WAITING';
-- what waits for a review
create index appeal_review on intake.appeal (review_asked_at, id) where review_asked_at is not null and reviewed_at is null;
-- what was declined lately
create index appeal_declined on intake.appeal (decided_at) where outcome = 'declined';
-- who else waits for an open order
create index appeal_reminder on intake.appeal (order_number) where outcome = 'reminder';
-- a unit's own register
create index appeal_unit on intake.appeal (unit, id desc) where unit is not null;
-- what else was brought of this class lately
create index appeal_class on intake.appeal (matter_class, id) where matter_class is not null;

-- what the appellant added later; the first words stay as they were
create table intake.addition (
    id     uuid primary key,
    appeal uuid        not null references intake.appeal,
    at     timestamptz not null,
    text   text        not null
);
create index addition_appeal on intake.addition (appeal, id);

-- readable numbers, taken in blocks: one row a day
create table intake.number_block (
    day  date primary key,
    last bigint not null
);

-- what an officer has typed and not sent yet, encrypted like identities; form: its key; subject: an appeal's number, or empty for a call
create sequence intake.draft_turn;
create table intake.draft (
    account uuid        not null,
    form    uuid        not null,
    subject text        not null,
    place   text        not null check (place in ('OPEN', 'ASIDE', 'CLEARED', 'RINGING', 'SENT')),
    saved   timestamptz not null, -- as it was typed
    moved   timestamptz not null, -- to its place
    turn    bigint      not null default nextval('intake.draft_turn'), -- which was kept or moved last
    body    bytea       not null,
    primary key (account, form)
);
