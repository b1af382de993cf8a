create schema workorder;

create table workorder.work_order (
    id                  uuid primary key,
    number              text        not null unique,
    appeal              uuid        not null,
    registered_at       timestamptz not null,
    urgent_kind         text,
    urgent_since        timestamptz,
    urgent_calls        int         not null default 0,
    urgent_answered_at  timestamptz,
    urgent_on_site_at   timestamptz,
    urgent_normal_at    timestamptz,
    urgent              boolean     not null generated always as (urgent_kind is not null) stored,
    state               text        not null,
    edition             text,
    limit_class         text,
    lead_unit           text,
    assisting           text[]      not null default '{}',
    dispatched_at       timestamptz,
    receive_by          timestamptz,
    receive_provisional boolean     not null default false,
    handle_by           timestamptz,
    handle_provisional  boolean     not null default false,
    received_at         timestamptz,
    receipt_overdue_at  timestamptz,
    handling_overdue_at timestamptz,
    section             uuid,
    officer             uuid,
    reworks             int         not null default 0,
    asked               text,                             -- extensions and returns, as JSON; null when nothing
    days_extended       int         not null default 0,
    extension_asked_at  timestamptz,                      -- a request waits since then
    return_asked_at     timestamptz,
    returns             int         not null default 0,
    parts               text,                             -- what assisting units owe, as JSON; null when nobody assists
    part_due            timestamptz,                      -- the next part that can become late
    report              text,
    reported_at         timestamptz,
    closed_at           timestamptz,
    version             bigint      not null,
    shield              text,                             -- what units must not know, as JSON; null when nothing
    joined_to           text,                             -- number of the lead order, when joined under one
    head                bytea       not null
) with (fillfactor = 80);

-- the portal and the appeal's page
create index order_of_appeal on workorder.work_order (appeal);
-- the dispatcher's queue, urgent on top
create index order_to_dispatch on workorder.work_order (urgent desc, registered_at, id) where state = 'REGISTERED';
-- the unit's inbox by limit; also all open limits when a calendar is loaded
create index order_open on workorder.work_order (lead_unit, handle_by, id)
    where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED');
-- the assisting tab
create index order_assisting on workorder.work_order using gin (assisting)
    where assisting <> '{}' and state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED');
-- the platform's desk: reports to decide on
create index order_reported on workorder.work_order (reported_at, id) where state = 'REPORTED';
-- the sweep
create index order_receipt_due on workorder.work_order (receive_by)
    where state = 'AWAITING_RECEIPT' and receipt_overdue_at is null;
create index order_handling_due on workorder.work_order (handle_by)
    where state in ('AWAITING_RECEIPT', 'IN_HAND') and handling_overdue_at is null and extension_asked_at is null;
create index order_part_due on workorder.work_order (part_due)
    where state in ('AWAITING_RECEIPT', 'IN_HAND') and part_due is not null;
-- what waits for the platform: extensions, returns, urgent calls to be made
create index order_extension_asked on workorder.work_order (extension_asked_at) where extension_asked_at is not null;
create index order_return_asked on workorder.work_order (return_asked_at) where return_asked_at is not null;
create index order_alarm on workorder.work_order (urgent_since)
    where urgent_kind is not null and urgent_answered_at is null and state not in ('CLOSED', 'JOINED');
-- what is joined under an order
create index order_joined on workorder.work_order (joined_to) where joined_to is not null;
-- the alarm of limits that wait for a calendar
create index order_provisional on workorder.work_order (handle_by)
    where handle_provisional and state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED');
-- what a unit has closed, newest first
create index order_closed on workorder.work_order (lead_unit, closed_at desc, id) where state = 'CLOSED';

-- what the unit may read; written once
create table workorder.matter (
    order_id     uuid primary key references workorder.work_order,
    title        text not null,
    content      text not null,
    kind         text not null,
    matter_class text,
    place        text,
    location     text not null,
    happened_at  text not null,
    urgent_kind  text,
    salt         text not null default '' -- goes into the digest of what is said here; forgotten with the appellant
);
-- what may be the same matter
create index matter_same on workorder.matter (matter_class, place, order_id desc) where matter_class is not null;
