-- of which end of an outage its unit was reminded: one that was moved and passed again is another
create table knowledge.outage_reminder (
    outage uuid        not null references knowledge.outage,
    ends   timestamptz not null,
    at     timestamptz not null,
    primary key (outage, ends)
);
