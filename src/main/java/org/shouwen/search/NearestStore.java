package org.shouwen.search;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.shouwen.meaning.PackedVector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what lies nearest to a question. First the vectors beside some centres, of which the database shows a unit its own
 * alone; then of the nearest the rows, under the whole condition of the search and its policy, a few at a time.
 */
@Repository
class NearestStore {
    /** Nearest vectors whose rows may be read. */
    private static final int MOST = 300;

    /**
     * Vectors that are looked at, beside the nearest centres first: what a search over everything costs does not grow with
     * the city. A unit's are its own, and a period's those of the period, however many others lie beside them.
     */
    static final int LOOKED = 7_000;

    /** Of these beside one centre: a matter of which all speak leaves room for the others. */
    static final int BESIDE_ONE = LOOKED / 4;

    /** Rows read first, which is nearly always enough; the others at once, when words that all have leave too few of these. */
    private static final int FEW = 60;

    private final JdbcClient jdbc;

    NearestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param digest of the words: the same text twice has the same */
    record Near(UUID thing, long digest, float likeness) {}

    /**
     * Nearest first, none that is less like the question than {@code least}.
     *
     * @param keys of the centres beside which it looks, the nearest first
     */
    List<Near> near(Asked asked, List<String> kinds, byte[] question, List<Integer> keys, float least) {
        PackedVector.Question asks = new PackedVector.Question(question);
        PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::likeness));
        Map<String, Object> params = new HashMap<>();
        params.put("keys", keys.toArray(Integer[]::new));
        params.put("kinds", kinds.toArray(String[]::new));
        // before there are centres all lie beside none
        boolean none = keys.equals(List.of(0));
        params.put("looked", none ? Integer.MAX_VALUE : LOOKED);
        params.put("beside", none ? Integer.MAX_VALUE : BESIDE_ONE);
        StringBuilder when = new StringBuilder();
        if (asked.from() != null) {
            when.append(" and m.at >= :from");
            params.put("from", Timestamp.from(asked.from()));
        }
        if (asked.until() != null) {
            when.append(" and m.at < :to");
            params.put("to", Timestamp.from(asked.until()));
        }
        // centre by centre, in the order of their nearness, until there are enough
        jdbc.sql("select n.thing, n.digest, n.vector from unnest(cast(:keys as int[])) as k (key)"
                        + " cross join lateral (select m.thing, m.digest, m.vector from search.meaning m"
                        + " where m.key = k.key and m.kind = any(cast(:kinds as text[]))" + when
                        + " limit :beside) n limit :looked")
                .params(params)
                .query(rs -> {
                    float like = asks.likeness(rs.getBytes(3));
                    if (like < least) return;
                    best.add(new Near(rs.getObject(1, UUID.class), rs.getLong(2), like));
                    if (best.size() > MOST) best.poll();
                });
        List<Near> nearest = new ArrayList<>(best);
        // of the same words the newest is shown: ids are in the order of time
        nearest.sort(Comparator.comparingDouble(Near::likeness)
                .thenComparing(n -> n.thing().toString())
                .reversed());
        return nearest;
    }

    /**
     * Of these the first that whoever asks may find by meaning and not by the words, each wording once. How near the first
     * of them is says where they end, so that nothing else tells by its absence.
     *
     * @param within so much less like the question than the first
     */
    List<FoundRow> rows(Generation g, Asked asked, List<Near> nearest, float within, int most) {
        List<FoundRow> rows = new ArrayList<>();
        Set<Long> worded = new HashSet<>();
        float least = 0;
        int split = Math.min(nearest.size(), FEW);
        for (List<Near> few : List.of(nearest.subList(0, split), nearest.subList(split, nearest.size()))) {
            if (few.isEmpty() || rows.size() == most || few.getFirst().likeness() < least) break;
            Map<UUID, FoundRow> there = rows(g, asked, few);
            for (Near each : few) {
                FoundRow row = there.get(each.thing());
                if (row == null || each.likeness() < least || rows.size() == most || !worded.add(each.digest()))
                    continue;
                if (rows.isEmpty()) least = each.likeness() - within;
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<UUID, FoundRow> rows(Generation g, Asked asked, List<Near> few) {
        Map<String, Object> params = new HashMap<>(asked.params(asked.kinds(true)));
        params.put("kinds", asked.owners().stream().map(o -> o.kind().name()).toArray(String[]::new));
        params.put("ids", few.stream().map(Near::thing).toArray(UUID[]::new));
        Map<UUID, FoundRow> rows = new HashMap<>();
        jdbc.sql("select " + RowReader.COLUMNS + "0 as near from search.thing_" + g.asked()
                        + " t where t.id = any(cast(:ids as uuid[])) and " + asked.meant())
                .params(params)
                .query(rs -> {
                    FoundRow row = RowReader.read(rs);
                    rows.put(row.id(), row);
                });
        return rows;
    }
}
