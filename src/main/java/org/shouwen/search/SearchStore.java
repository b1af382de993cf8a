package org.shouwen.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.After;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the index slice by slice, in the order of the list, and stops when it has enough. For the platform the keys stand
 * in the query; for a unit no condition of a query may use an index before the database's own rules have been held against
 * a row, so they stand in the rule, which takes them from the transaction.
 */
@Repository
class SearchStore {
    /** What is asked for, worked out once, in no slice; {@link #IN_SLICE} puts it into the slice {@code s}. */
    private static final String ASKED =
            "with ask as materialized (select search.ask(0, cast(:words as text[]), cast(:facets as text[])) as keys) ";

    /** One or two keys, which most searches have, are put into each of what may be a hundred slices without a query. */
    private static final String IN_SLICE = """
            case cardinality(ask.keys) when 1 then array[ask.keys[1] | (s.slice::int8 << 32)]
                when 2 then array[ask.keys[1] | (s.slice::int8 << 32), ask.keys[2] | (s.slice::int8 << 32)]
                else array(select k | (s.slice::int8 << 32) from unnest(ask.keys) k) end""";

    /** What units read where something is kept from them, so that the order tells nobody what else there is. */
    private static final String NEAR = """
            (select coalesce(least(9, sum(case when strpos(left(t.words, t.title), w) > 0 then 4 else 0 end + least(3,
                (char_length(left(t.words, t.open)) - char_length(replace(left(t.words, t.open), w, ''))) / char_length(w)))), 0)::int
                from unnest(cast(:needles as text[])) w) as near""";

    private final JdbcClient jdbc;
    private final CommonKind common;

    SearchStore(JdbcClient jdbc, CommonKind common) {
        this.jdbc = jdbc;
        this.common = common;
    }

    /** The first rows of the whole list, or those after a place in it, in its order. */
    List<FoundRow> rows(Generation g, Asked asked, @Nullable After after, int most) {
        List<FoundRow> found = new ArrayList<>();
        for (boolean everybodys : new boolean[] {false, true}) {
            List<String> kinds = asked.kinds(everybodys);
            if (kinds.isEmpty()) continue;
            List<Integer> slices = slices(g, asked, after, everybodys);
            if (asked.numbers() != null) found.addAll(straight(g, asked, kinds, after, most));
            else if (asked.ofUnit()) found.addAll(ofUnit(g, asked, kinds, slices, after, most));
            else found.addAll(sliced(g, asked, kinds, slices, after, most));
        }
        found.sort(order(asked));
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    static Comparator<FoundRow> order(Asked asked) {
        if (nearest(asked))
            return Comparator.comparingInt(FoundRow::near)
                    .thenComparing(FoundRow::at)
                    .thenComparing(r -> r.id().toString())
                    .reversed();
        Comparator<FoundRow> oldest = Comparator.comparing(FoundRow::at).thenComparing(r -> r.id().toString());
        return oldest(asked) ? oldest : oldest.reversed();
    }

    static boolean nearest(Asked asked) {
        return asked.query().sort() == SearchSort.NEAREST;
    }

    private static String row(Asked asked) {
        return RowReader.COLUMNS + (nearest(asked) ? NEAR : "0 as near");
    }

    private static boolean oldest(Asked asked) {
        return asked.query().sort() == SearchSort.OLDEST;
    }

    private static List<Integer> slices(Generation g, Asked asked, @Nullable After after, boolean everybodys) {
        if (everybodys) return List.of(0);
        int first = asked.from() == null ? 1 : Thing.slice(asked.from());
        int last = asked.until() == null ? Integer.MAX_VALUE : Thing.slice(asked.until());
        int turn = after == null ? 0 : Thing.slice(after.time().toInstant());
        List<Integer> slices = new ArrayList<>(g.slices().stream()
                .filter(s -> s > 0 && s >= first && s <= last)
                .filter(s -> turn == 0 || (oldest(asked) ? s >= turn : s <= turn))
                .toList());
        slices.sort(oldest(asked) ? Comparator.naturalOrder() : Comparator.reverseOrder());
        return slices;
    }

    private static String ordered(Asked asked) {
        return oldest(asked) ? " order by t.at, t.id" : " order by t.at desc, t.id desc";
    }

    private static String from(Asked asked, @Nullable After after) {
        if (after == null) return "";
        return oldest(asked) ? " and (t.at, t.id) > (:after, :afterId)" : " and (t.at, t.id) < (:after, :afterId)";
    }

    private static Map<String, Object> params(Asked asked, List<String> kinds, @Nullable After after, int most) {
        Map<String, Object> params = new HashMap<>(asked.params(kinds));
        params.put("most", most);
        if (nearest(asked)) params.put("needles", asked.words().words().toArray(String[]::new));
        if (after != null) {
            params.put("after", after.time());
            params.put("afterId", after.id());
        }
        return params;
    }

    private List<FoundRow> straight(Generation g, Asked asked, List<String> kinds, @Nullable After after, int most) {
        if (asked.ofUnit()) ask("{}");
        return jdbc.sql("select " + row(asked) + " from search.thing_" + g.asked() + " t where " + asked.where()
                        + from(asked, after) + ordered(asked) + " limit :most")
                .params(params(asked, kinds, after, most))
                .query((rs, _) -> RowReader.read(rs))
                .list();
    }

    private List<FoundRow> sliced(
            Generation g, Asked asked, List<String> kinds, List<Integer> slices, @Nullable After after, int most) {
        List<String> facets = facets(g, asked, kinds);
        if (keyless(asked, facets)) return straight(g, asked, kinds, after, most);
        Map<String, Object> params = params(asked, kinds, after, most);
        params.put("slices", slices.toArray(Integer[]::new));
        params.put("words", asked.words().words().toArray(String[]::new));
        params.put("facets", facets.toArray(String[]::new));
        params.put("patterns", asked.words().patternsBesideKeys().toArray(String[]::new));
        return jdbc.sql(ASKED + "select " + RowReader.COLUMNS
                        + "t.near from ask cross join unnest(cast(:slices as int[])) with ordinality s(slice, n) cross join lateral"
                        + " (select " + row(asked) + " from search.thing_" + g.asked() + " t where t.slice = s.slice"
                        + " and search.keys(t.slice, t.words, t.facets) @> " + IN_SLICE + " and "
                        + asked.where()
                        + from(asked, after) + ordered(asked) + " limit :most) t limit :most")
                .params(params)
                .query((rs, _) -> RowReader.read(rs))
                .list();
    }

    /**
     * For a unit each step says first what the transaction asks for in this slice; the rows of the next are read by the rule
     * after that, because they depend on it.
     */
    private List<FoundRow> ofUnit(
            Generation g, Asked asked, List<String> kinds, List<Integer> slices, @Nullable After after, int most) {
        // every unit's things lie in one slice, where each kind is a step of its own
        boolean everybodys = slices.equals(List.of(0));
        List<Integer> steps = everybodys ? kinds.stream().map(_ -> 0).toList() : slices;
        Map<String, Object> params = params(asked, kinds, after, most);
        params.put("slices", steps.toArray(Integer[]::new));
        params.put("words", asked.words().words().toArray(String[]::new));
        params.put("facets", asked.facets(kinds).toArray(String[]::new));
        String keys = everybodys
                ? "search.ask(s.slice, cast(:words as text[]), cast(:facets as text[]) || ('kind:' || (cast(:kinds as text[]))[s.n]))"
                : IN_SLICE;
        return jdbc.sql(ASKED + "select " + RowReader.COLUMNS
                        + "t.near from ask cross join unnest(cast(:slices as int[])) with ordinality s(slice, n) cross join lateral"
                        + " (select set_config('shouwen.asked', cast(" + keys
                        + " as text), true) as keys offset 0) asked cross join lateral (select "
                        + row(asked) + " from search.thing_"
                        + g.asked() + " t where asked.keys is not null and t.slice = s.slice and " + asked.where()
                        + from(asked, after) + ordered(asked) + " limit :most) t"
                        + (everybodys ? "" : " limit :most"))
                .params(params)
                .query((rs, _) -> RowReader.read(rs))
                .list();
    }

    /** Without the kind that nearly everything is of. */
    private List<String> facets(Generation g, Asked asked, List<String> kinds) {
        List<String> facets = asked.facets(kinds);
        if (kinds.size() == 1 && common.is(g, kinds.getFirst())) facets.removeIf(f -> f.startsWith("kind:"));
        return facets;
    }

    /** Whether only characters are asked for that stand in many texts: a page of them is soon found by reading on. */
    private boolean keyless(Asked asked, List<String> facets) {
        List<String> words = asked.words().words();
        if (!facets.isEmpty() || asked.words().patternsBesideKeys().size() < words.size()) return false;
        return jdbc.sql("select search.ask(0, cast(:words as text[]), '{}') = '{}'")
                .param("words", words.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private void ask(String keys) {
        jdbc.sql("select set_config('shouwen.asked', :keys, true)")
                .param("keys", keys)
                .query(String.class)
                .single();
    }
}
