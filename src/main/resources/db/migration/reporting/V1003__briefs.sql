-- Weekly briefs and monthly reports (Art. 2, decision 63): made by themselves, edited, sent; every version stays.
create table reporting.brief_plan (
    id         uuid primary key,
    kind       text        not null unique check (kind in ('WEEKLY', 'MONTHLY')),
    day        int         not null,  -- WEEKLY: 1 Monday to 7; MONTHLY: 1 to 28
    active     boolean     not null,
    recipients text        not null,
    set_by     text        not null,
    set_at     timestamptz,
    check (day between 1 and 28 and (kind = 'MONTHLY' or day <= 7))
);
insert into reporting.brief_plan (id, kind, day, active, recipients, set_by) values
    ('01900000-0000-7000-8000-000000001001', 'WEEKLY', 1, true, '', ''),
    ('01900000-0000-7000-8000-000000001002', 'MONTHLY', 1, true, '', '');

create table reporting.brief (
    id           uuid primary key,
    kind         text        not null,
    from_day     date        not null,
    to_day       date        not null,
    made_at      timestamptz not null,
    data         text        not null,  -- figures as they were when it was made
    sender       text,
    sent_at      timestamptz,
    sent_version int,
    unique (kind, from_day)
);
create index brief_latest on reporting.brief (from_day desc, kind, id);

create table reporting.brief_version (
    brief uuid        not null references reporting.brief,
    no    int         not null,
    at    timestamptz not null,
    writer text       not null,  -- empty: made by itself
    body  text        not null,
    primary key (brief, no)
);

-- what people said, masked; emptied when the person is forgotten
create table reporting.brief_sample (
    brief   uuid not null references reporting.brief,
    rising  int  not null,
    no      int  not null,
    appeal  uuid not null,
    number  text not null,
    words   text not null,
    primary key (brief, rising, no)
);
create index brief_sample_of on reporting.brief_sample (appeal);
