-- how far the journal is counted, as the feed of changes says it; without a row it is counted from where it was last sealed
create table reporting.feed (
    one     boolean primary key default true check (one),
    through bigint not null,
    seen    bigint not null,
    horizon bigint not null
);
-- what is counted anew though nothing was journalled of it stays in reporting.changed
