-- Rows of every module that are held against the journal (ruling 11, decision 50): a trigger notes which row a
-- transaction touched and what it was before and after, the product takes the notes when it commits and journals them
-- under its key. A note that stays was left by somebody who went past the product.
create table history.held (
    tbl      text primary key,
    keys     text[] not null, -- columns that name a row
    presence text[] not null, -- columns of which only counts whether they are null: ciphertext, counters of use
    label    text   not null  -- SQL expression over the row t: the number or name people know it by
);

create table history.touched (
    id      bigint generated always as identity primary key,
    xid     xid8        not null default pg_current_xact_id(),
    tbl     text        not null,
    key     text        not null,
    was     bytea, -- digest of the row before; null when it was not there
    becomes bytea, -- and after
    at      timestamptz not null default now(),
    db_user text        not null default session_user
);
create index entry_row_alarms on history.entry (at desc, id desc) where subject_kind = 'row_alarm';

create index touched_of on history.touched (xid);

-- What a row says, whatever the order of its columns: a column that was added since and is null, false, 0 or empty
-- changes nothing, as in the journal's own formats.
create function history.row_digest(r jsonb, presence text[]) returns bytea language sql immutable as $f$
    select sha256(convert_to(coalesce(jsonb_object_agg(key, case when key = any(presence) then 'true' else value end), '{}')::text, 'UTF8'))
    from jsonb_each(r) where value not in ('null', 'false', '0', '""', '[]', '{}')
$f$;

create function history.row_key(r jsonb, keys text[]) returns text language sql immutable as $f$
    select string_agg(coalesce(r ->> k, '-'), '/' order by n) from unnest(keys) with ordinality as x(k, n)
$f$;

create function history.row_subject(tbl text, key text) returns uuid language sql immutable as $f$
    select md5(tbl || ':' || key)::uuid
$f$;

create function history.touch() returns trigger language plpgsql security definer
    set search_path = pg_catalog set timezone = 'UTC' set bytea_output = 'hex' as $f$
declare
    h     history.held;
    old_r jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_r jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    old_d bytea;
    new_d bytea;
begin
    select * into strict h from history.held where tbl = tg_table_schema || '.' || tg_table_name;
    if old_r is not null then old_d := history.row_digest(old_r, h.presence); end if;
    if new_r is not null then new_d := history.row_digest(new_r, h.presence); end if;
    if old_r is not null and new_r is not null and history.row_key(old_r, h.keys) <> history.row_key(new_r, h.keys) then
        insert into history.touched (tbl, key, was) values (h.tbl, history.row_key(old_r, h.keys), old_d);
        insert into history.touched (tbl, key, becomes) values (h.tbl, history.row_key(new_r, h.keys), new_d);
    elsif old_d is distinct from new_d then
        insert into history.touched (tbl, key, was, becomes)
        values (h.tbl, history.row_key(coalesce(new_r, old_r), h.keys), old_d, new_d);
    end if;
    return null;
end $f$;

-- The notes of this transaction; they are gone with it.
create function history.take_touched() returns table (tbl text, key text, subject uuid, was bytea, becomes bytea)
    language sql security definer set search_path = pg_catalog as $f$
    with mine as (delete from history.touched where xid = pg_current_xact_id_if_assigned() returning *)
    select m.tbl, m.key, history.row_subject(m.tbl, m.key), m.was, m.becomes from mine m order by m.id
$f$;

-- Notes about a row that a person accepted as it stands.
create function history.settle_touched(which text, row_key text) returns void
    language sql security definer set search_path = pg_catalog as $f$
    delete from history.touched where tbl = which and key = row_key
$f$;

-- All rows of a held table as they stand now, in the order of their subjects.
create function history.rows_now(which text) returns table (subject uuid, key text, label text, digest bytea)
    language plpgsql stable set timezone = 'UTC' set bytea_output = 'hex' as $f$
declare
    h history.held;
begin
    select * into strict h from history.held where tbl = which;
    return query execute format(
        'select history.row_subject(%L, x.k), x.k, x.l, x.d from (
            select history.row_key(to_jsonb(t), %L) as k, coalesce((%s)::text, ''-'') as l, history.row_digest(to_jsonb(t), %L) as d
            from %s t) x order by 1',
        h.tbl, h.keys, h.label, h.presence, h.tbl::regclass);
end $f$;

-- Holds a table from now on; does nothing where it is held like that already.
create function history.hold_rows(which text, keys text, presence text, label text) returns void language plpgsql as $f$
declare
    wanted history.held := (which, string_to_array(keys, ' '), string_to_array(presence, ' '), label);
begin
    if exists (select from history.held h where h = wanted)
        and exists (select from pg_trigger where tgrelid = which::regclass and tgname = 'held' and tgenabled = 'O') then
        return;
    end if;
    insert into history.held select (wanted).*
        on conflict (tbl) do update set keys = excluded.keys, presence = excluded.presence, label = excluded.label;
    execute format('create or replace trigger held after insert or update or delete on %s
        for each row execute function history.touch()', which::regclass);
    execute format('alter table %s enable trigger held', which::regclass);
end $f$;
