package org.shouwen.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the sets of centres, and which vectors lie beside which. */
@Repository
class CentreStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CentreStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * @param sets counts up when a set comes or goes
     * @param learned how many vectors there were at the newest set's learning
     */
    record State(boolean on, int sets, long learned) {}

    State state() {
        return jdbc.sql("select model is not null as is_on, sets, learned from search.meaning_state")
                .query((rs, _) -> new State(rs.getBoolean("is_on"), rs.getInt("sets"), rs.getLong("learned")))
                .single();
    }

    /** All sets, oldest first. */
    List<Centres> all() {
        Map<Integer, List<byte[]>> sets = new TreeMap<>();
        jdbc.sql("select set, vector from search.centre order by set, no").query(rs -> {
            sets.computeIfAbsent(rs.getInt("set"), _ -> new ArrayList<>()).add(rs.getBytes("vector"));
        });
        List<Centres> all = new ArrayList<>();
        sets.forEach((set, vectors) -> all.add(new Centres(set, vectors)));
        return all;
    }

    long vectors() {
        return jdbc.sql("select count(*) from search.meaning").query(Long.class).single();
    }

    /** Stored vectors by chance, about so many. */
    List<byte[]> sample(int most, long all) {
        return jdbc.sql("""
                        select vector from (select vector from search.meaning tablesample bernoulli (%s) repeatable (20261129)) s
                        order by random() limit :most
                        """.formatted(Math.min(100.0, 110.0 * most / Math.max(1, all))))
                .param("most", most)
                .query((rs, _) -> rs.getBytes(1))
                .list();
    }

    /** From now on new vectors lie beside this set's, and questions are asked of it too. */
    void add(Centres centres, long learnedFrom) {
        List<Map.Entry<Integer, byte[]>> rows = new ArrayList<>();
        for (int no = 0; no < centres.vectors().size(); no++)
            rows.add(Map.entry(no, centres.vectors().get(no)));
        template.batchUpdate("insert into search.centre (set, no, vector) values (?, ?, ?)", rows, 500, (ps, row) -> {
            ps.setInt(1, centres.set());
            ps.setInt(2, row.getKey());
            ps.setBytes(3, row.getValue());
        });
        jdbc.sql("update search.meaning_state set sets = sets + 1, learned = :n")
                .param("n", learnedFrom)
                .update();
    }

    /** Lays some vectors of older sets beside this set's centres. @return how many */
    int lay(Centres centres, int most) {
        Map<UUID, Integer> keys = new HashMap<>();
        jdbc.sql("select thing, vector from search.meaning where key < :first limit :most for update skip locked")
                .param("first", centres.first())
                .param("most", most)
                .query(rs -> {
                    keys.put(rs.getObject("thing", UUID.class), centres.key(rs.getBytes("vector")));
                });
        template.batchUpdate(
                "update search.meaning set key = ? where thing = ?", List.copyOf(keys.entrySet()), 500, (ps, e) -> {
                    ps.setInt(1, e.getValue());
                    ps.setObject(2, e.getKey());
                });
        return keys.size();
    }

    /** Sets before this one are asked no more. */
    void dropBefore(Centres centres) {
        if (jdbc.sql("delete from search.centre where set < :set")
                        .param("set", centres.set())
                        .update()
                > 0) jdbc.sql("update search.meaning_state set sets = sets + 1").update();
    }
}
