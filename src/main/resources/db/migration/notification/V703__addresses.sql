-- What is known of addresses outside, by a keyed digest of the address: neither numbers nor mail addresses stand here.

-- whoever asked not to be sent messages any more; they are told otherwise
create table messages.opt_out (
    address bytea       primary key,
    at      timestamptz not null
);

-- which appeals were told of at an address, so that an answer from there finds its appeal: by the digits behind our
-- number (ordinal, 1 to 99), or as the one told of last
create table messages.thread (
    address bytea       not null,
    ordinal int         not null check (ordinal between 1 and 99),
    number  text        not null,
    told_at timestamptz not null,
    primary key (address, ordinal)
);
create unique index thread_number on messages.thread (address, number);
create index thread_of_number on messages.thread (number);
