-- What a recogniser heard in a call, as it is said: words hidden, times in milliseconds since the call was lifted.
create table desk.utterance (
    id uuid primary key,
    call uuid not null,
    side text not null,
    turn int not null,
    from_ms bigint not null,
    to_ms bigint not null,
    settled boolean not null,
    words bytea not null,
    told timestamptz not null,
    unique (call, side, turn)
);
create index on desk.utterance (get_byte(words, 0));
