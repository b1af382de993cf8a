create schema history;

create table history.entry (
    id            bigint generated always as identity,
    subject_kind  text        not null,
    subject_id    uuid        not null,
    seq           bigint      not null check (seq > 0),
    at            timestamptz not null,
    actor_account uuid,
    actor_name    text        not null,
    actor_unit    text,
    type          text        not null,
    body          text        not null,
    seal          bytea       not null check (length(seal) = 32),
    primary key (subject_id, seq)
);
-- the sealing reads the journal in the order of ids; entries arrive nearly in that order, so a BRIN index costs next to nothing
create index entry_id on history.entry using brin (id) with (pages_per_range = 32, autosummarize = on);

-- who looked at identities lately
create index entry_administration on history.entry (at desc)
    where subject_kind in ('account', 'unit', 'calendar', 'template', 'callback_rates', 'edition');
create index entry_searches on history.entry (at desc) where subject_kind = 'search';
create index entry_looks on history.entry (at desc) where subject_kind = 'appellant';

create table history.seal (
    no      bigint primary key,
    through bigint      not null,
    entries bigint      not null,
    digest  bytea       not null,
    seal    bytea       not null,
    at      timestamptz not null
);

create function history.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only (ruling 11)';
end $$;

create trigger append_only before update or delete on history.entry
    for each row execute function history.refuse_change();
create trigger append_only_all before truncate on history.entry
    for each statement execute function history.refuse_change();
create trigger append_only before update or delete on history.seal
    for each row execute function history.refuse_change();
create trigger append_only_all before truncate on history.seal
    for each statement execute function history.refuse_change();
