-- What is counted (decision 57): derived from the journal, and derived anew from it by `figures rebuild`. No name, no
-- number of a person, no words. A generation is one derivation; readers use the one that `generation` names.
create schema reporting;

create table reporting.generation (
    one     boolean primary key default true check (one),
    current smallint    not null,
    building smallint,                -- while a rebuild runs
    rebuilt_at timestamptz
);
insert into reporting.generation (current) values (1);

-- subjects of the journal that got an entry and were not counted since; several lines of one subject are one piece of work
create table reporting.changed (
    id      bigint generated always as identity primary key,
    kind    text not null,
    subject uuid not null
);
-- subjects whose figures change when time has passed, though nothing happens to them
create table reporting.again (
    kind    text        not null,
    subject uuid        not null,
    at      timestamptz not null,
    primary key (subject, kind)
);
create index again_at on reporting.again (at);

-- one line a case: an order's turn with a unit, or one event; bits of counted, met and adjusted are those of facts.Counted
create table reporting.fact (
    generation   smallint not null,
    source       smallint not null,   -- facts.Source
    subject      uuid     not null,
    no           smallint not null,
    day          date     not null,   -- of the figure's date basis, Asia/Shanghai
    hour         smallint not null,
    unit         text     not null,   -- empty: of no unit
    matter_class text     not null,
    place        text     not null,
    channel      text     not null,
    kind         text     not null,
    limit_class  text     not null,
    number       text     not null,   -- of the order or appeal
    counted      bigint   not null,
    met          bigint   not null,
    adjusted     bigint   not null,   -- of counted: what no ruling took out
    value        int      not null,   -- working days, minutes or dispatches of the case that has one; else 0
    primary key (generation, subject, no)
);
create index fact_day on reporting.fact (generation, day);
create index fact_unit on reporting.fact (generation, unit, day);
create index fact_number on reporting.fact (number);

-- sums of facts by day and one dimension, kept with them; value tells cases apart of which medians are made
create table reporting.daily (
    generation   smallint not null,
    dimension    smallint not null,   -- facts.Dimension
    counted_as   smallint not null,   -- the bit
    day          date     not null,
    key          text     not null,
    value        int      not null,
    counted      int      not null,
    met          int      not null,
    adjusted     int      not null,
    adjusted_met int      not null,
    primary key (generation, dimension, counted_as, day, key, value)
);
