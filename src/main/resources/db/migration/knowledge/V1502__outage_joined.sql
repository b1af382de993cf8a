-- who is told of an outage: appeals that are about it, by their number and without a person
create table knowledge.outage_joined (
    outage uuid        not null references knowledge.outage,
    appeal text        not null,             -- the appeal's number, which is also its order's
    at     timestamptz not null,
    primary key (outage, appeal)
);
create index outage_joined_of on knowledge.outage_joined (appeal);
