-- Under which area code the digests of numbers were made: local numbers are digested with it. Without a row, or without
-- done_at, digests of the form before it are still there; they are looked up too.
create table citizens.number_form (
    area_code text primary key, -- with its 0; empty where the city has told none
    begun_at  timestamptz not null,
    done_at   timestamptz
);
