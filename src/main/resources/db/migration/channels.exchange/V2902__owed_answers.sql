-- Whether something may be owed for it: it is looked at once, and again when the journal tells of its appeal or its call-back.
alter table exchange.matter add column look boolean not null default true;
create index matter_look on exchange.matter (id) where look and direction = 'IN';
create index matter_number on exchange.matter (number) where number is not null;

-- how far the journal has been read for it
create table exchange.feed (
    one     boolean not null primary key default true check (one),
    through bigint  not null,
    seen    bigint  not null,
    horizon bigint  not null
);
