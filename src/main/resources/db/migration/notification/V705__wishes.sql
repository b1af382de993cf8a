-- How an appellant wishes to be told; goes with the person.
create table messages.wish (
    appellant uuid primary key,
    way text not null,
    said timestamptz not null
);
