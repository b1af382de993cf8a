-- A unit's own callbacks for its own learning (Art. 4): the platform counts none of them.
create table reporting.own_call (
    id        uuid primary key,
    unit      text        not null,
    number    text        not null,  -- of the order
    drawn_by  text        not null,
    drawn_at  timestamptz not null,
    caller    text,
    called_at timestamptz,
    reached   boolean,
    solved    boolean,
    satisfied boolean,
    note      text        not null default '',
    unique (unit, number),
    check ((called_at is null) = (reached is null))
);
create index own_call_of on reporting.own_call (unit, called_at nulls first, drawn_at desc);
create index own_call_number on reporting.own_call (number);
