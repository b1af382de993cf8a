-- Findings name a row by what people know it by. The name is looked up where something was found, so that it may stand in
-- another table; of all rows only the digests are worked out.
drop function history.rows_now(text);

create function history.rows_now(which text) returns table (subject uuid, key text, digest bytea)
    language plpgsql stable set timezone = 'UTC' set bytea_output = 'hex' as $f$
declare
    h history.held;
begin
    select * into strict h from history.held where tbl = which;
    return query execute format(
        'select history.row_subject(%L, x.k), x.k, x.d from (
            select history.row_key(to_jsonb(t), %L) as k, history.row_digest(to_jsonb(t), %L) as d from %s t) x order by 1',
        h.tbl, h.keys, h.presence, h.tbl::regclass);
end $f$;

-- One row as it stands now: its name and its digest; nothing where there is none.
create function history.row_now(which text, row_key text) returns table (label text, digest bytea)
    language plpgsql stable set timezone = 'UTC' set bytea_output = 'hex' as $f$
declare
    h        history.held;
    is_asked text;
begin
    select * into strict h from history.held where tbl = which;
    if cardinality(h.keys) = 1 then -- by the table's own index
        select format('t.%I = %L::%s', h.keys[1], row_key, format_type(a.atttypid, a.atttypmod)) into strict is_asked
        from pg_attribute a where a.attrelid = which::regclass and a.attname = h.keys[1];
    else
        is_asked := format('history.row_key(to_jsonb(t), %L) = %L', h.keys, row_key);
    end if;
    return query execute format(
        'select coalesce((%s)::text, %L), history.row_digest(to_jsonb(t), %L) from %s t where %s',
        h.label, row_key, h.presence, h.tbl::regclass, is_asked);
end $f$;
