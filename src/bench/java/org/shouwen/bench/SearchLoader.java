package org.shouwen.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Fills the index with orders of the last three years, most of them of a few units, as the product would: the rows of the
 * orders that it is held against, their parties, and the words. The keys are made at the end, in one go.
 */
final class SearchLoader {
    private static final int CHUNK = 20_000;

    private SearchLoader() {}

    /** @return the first texts, for choosing what to ask for */
    static List<String> load(Connection c, SearchTexts texts, long appeals) throws Exception {
        List<String> first = new ArrayList<>();
        try (Statement s = c.createStatement()) {
            String copy = copy(s);
            s.execute("drop index search.thing_" + copy + "_words");
            s.execute("create unlogged table bench_text (i bigint, t text)");
            for (long from = 0; from < appeals; from += CHUNK) {
                StringBuilder rows = new StringBuilder();
                for (long i = from; i < Math.min(appeals, from + CHUNK); i++) {
                    String text = texts.next();
                    if (first.size() < 40_000) first.add(text);
                    rows.append(i).append('\t').append(text).append('\n');
                }
                s.execute("truncate bench_text");
                c.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench_text from stdin", new StringReader(rows.toString()));
                chunk(s, copy, appeals);
            }
            s.execute("drop table bench_text");
            s.execute("set maintenance_work_mem = '512MB'");
            s.execute("create index thing_%1$s_words on search.thing_%1$s using gin (search.keys(slice, words, facets)) with (fastupdate = off)"
                    .formatted(copy));
            s.execute("update search.generation set slices = (select array_agg(distinct slice) from search.thing_" + copy + ")");
            s.execute("vacuum analyze");
        }
        return first;
    }

    /** The copy that is asked, once the product has built it. */
    static String copy(Statement s) throws Exception {
        for (int i = 0; i < 600; i++) {
            try (ResultSet rs = s.executeQuery("select asked from search.generation where state = 'READY' and not building")) {
                if (rs.next()) return rs.getString(1);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the index was not built");
    }

    private static void chunk(Statement s, String copy, long appeals) throws Exception {
        s.execute("""
                create temp table b as
                select i, t, uuidv7() as id, uuidv7() as appeal, now() - make_interval(secs => (%d - i) * 94608000.0 / %d) as at,
                    units[1 + floor(array_length(units, 1) * power(random(), 3))::int] as unit
                from bench_text, (select array_agg(code order by code) as units from directory.unit where active) u
                """.formatted(appeals, Math.max(1, appeals)));
        s.execute("""
                insert into workorder.work_order (id, number, appeal, registered_at, state, lead_unit, version, head)
                select id, 'S' || i, appeal, at, case when i % 50 = 0 then 'IN_HAND' else 'CLOSED' end, unit, 1, decode(repeat('00', 32), 'hex') from b
                """);
        s.execute("insert into confidentiality.party (number, appeal, appellant) select 'S' || i, appeal, uuidv7() from b");
        s.execute("""
                insert into search.thing_%s (id, kind, appeal, number, at, slice, title, open, words, facets, lead, units, state, class, place,
                    channel, urgent)
                select id, 'ORDER', appeal, 'S' || i, at,
                    12 * (extract(year from at at time zone 'Asia/Shanghai')::int - 1970) + extract(month from at at time zone 'Asia/Shanghai')::int - 1,
                    10, char_length(left(t, 10) || 'S' || i || t) + 2, lower(left(t, 10) || E'\\n' || 'S' || i || E'\\n' || t),
                    array['kind:ORDER', 'unit:' || unit, 'class:c' || i %% 60, 'place:2106' || i %% 40, 'channel:phone'], unit, array[unit],
                    case when i %% 50 = 0 then 'IN_HAND' else 'CLOSED' end, 'c' || i %% 60, '2106' || i %% 40, 'phone', i %% 100 = 0
                from b
                """.formatted(copy));
        s.execute("drop table b");
    }
}
