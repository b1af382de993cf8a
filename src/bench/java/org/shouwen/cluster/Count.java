package org.shouwen.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What the database and the store have of what was acknowledged, once or more often. */
final class Count {
    private static final String APPEALS =
            "select content, count(*), min(number) from intake.appeal where starts_with(content, '集群试验 ') group by 1";

    private static final String ENTRIES = """
            select w.number || ' ' || e.type, count(*) from history.entry e join workorder.work_order w on w.id = e.subject_id
            where e.subject_kind = 'work_order' and e.type in ('Dispatched', 'Received', 'ReportedOutcome') group by 1
            """;

    private static final String TAKEN = """
            select a.number, count(e.seq) from intake.appeal a left join history.entry e on e.subject_id = a.id and e.seq = 1
            group by 1
            """;

    private static final String PAPERS =
            "select sha256, count(*) from papers.paper where destroyed_at is null group by 1";

    int found;
    int lost;
    int doubled;

    /** Every appeal once as a row and once as a first entry, every act once as an entry, every paper once and readable. */
    void all(Cluster cluster, Ledger ledger) throws SQLException {
        try (Connection c = cluster.connect();
                Statement s = c.createStatement()) {
            Map<String, Long> appeals = counts(s, APPEALS);
            Map<String, Long> taken = counts(s, TAKEN);
            Map<String, Long> entries = counts(s, ENTRIES);
            Map<String, Long> papers = counts(s, PAPERS);
            ledger.appeals.forEach((words, number) ->
                    one(Math.min(appeals.getOrDefault(words, 0L), taken.getOrDefault(number, 0L))));
            ledger.forms.forEach(words -> one(appeals.getOrDefault(words, 0L)));
            ledger.acts.forEach(a -> one(entries.getOrDefault(a.number() + " " + a.type(), 0L)));
            for (String sha256 : ledger.papers) {
                boolean readable = People.sha256(cluster.store.paper(sha256)).equals(sha256);
                one(readable ? papers.getOrDefault(sha256, 0L) : 0L);
            }
            // what nobody was told of may be there, but not twice
            appeals.values().stream().filter(n -> n > 1).forEach(_ -> doubled++);
            entries.values().stream().filter(n -> n > 1).forEach(_ -> doubled++);
            papers.values().stream().filter(n -> n > 1).forEach(_ -> doubled++);
        }
    }

    private void one(long times) {
        if (times == 0) lost++;
        else found++;
    }

    private static Map<String, Long> counts(Statement s, String sql) throws SQLException {
        Map<String, Long> all = new HashMap<>();
        try (ResultSet rs = s.executeQuery(sql)) {
            while (rs.next()) all.put(rs.getString(1), rs.getLong(2));
        }
        return all;
    }
}
