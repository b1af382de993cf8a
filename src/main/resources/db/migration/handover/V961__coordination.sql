create schema coordination;

create table coordination.handover (
    id           uuid primary key,
    number       text        not null unique,
    kind         text        not null, -- PETITION or SPECIAL_REPORT
    ground       text        not null, -- A18_1 … A18_3, A19
    order_id     uuid        not null,
    order_number text        not null,
    unit         text,                 -- who wrote the special report
    recipient    text        not null,
    reason       text        not null,
    handed_at    timestamptz not null,
    handed_by    text        not null,
    due          timestamptz not null,
    provisional  boolean     not null,
    answered_at  timestamptz,
    answer       text        not null default ''
);
create index handover_open on coordination.handover (due) where answered_at is null;
create index handover_newest on coordination.handover (handed_at desc);
create index handover_of_unit on coordination.handover (unit, handed_at desc);

create table coordination.last_number (
    year int primary key,
    last int not null
);
