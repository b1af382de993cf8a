package org.shouwen.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How soon a thousand orders whose limits pass at one moment are marked, and their supervision is found. */
final class SweepBench {
    private static final int AT_ONCE = 1000;

    /** Number of the first order whose limit passes, far behind those that were loaded. */
    private static final long FIRST_DUE = 1_000_000_000;

    private static final String TRIGGERS = "select count(*) from supervision.trigger";

    private SweepBench() {}

    /** A thousand limits pass at once; from the sweep's own "now" until the marks are committed. */
    static void run(City city, Map<String, String> figures) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            try (Connection c = city.connect();
                    Statement s = c.createStatement()) {
                long before = marks(s);
                double triggers = Queries.number(s, TRIGGERS);
                double entry = Queries.number(s, "select max(id) from history.entry");
                c.setAutoCommit(false);
                Loader.due(s, FIRST_DUE + (long) round * AT_ONCE, AT_ONCE);
                c.commit();
                c.setAutoCommit(true);
                while (marks(s) < before + AT_ONCE) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                double seen = Queries.number(s, "select extract(epoch from clock_timestamp())");
                if (Queries.number(s, TRIGGERS) < triggers + AT_ONCE) throw new IllegalStateException("triggers are missing");
                seconds.add(seen
                        - Queries.number(
                                s,
                                "select extract(epoch from max(at)) from history.entry where type = 'HandlingOverdue' and id > "
                                        + (long) entry));
            }
        }
        seconds.sort(null);
        Bench.say(
                "sweep that marks 1,000 and finds their supervision triggers: %.2f s (%.2f to %.2f)",
                seconds.get(2), seconds.getFirst(), seconds.getLast());
        figures.put("sweep1000Seconds", String.format(Locale.ROOT, "%.2f", seconds.get(2)));
    }

    private static long marks(Statement s) throws Exception {
        return (long)
                Queries.number(
                        s,
                        "select count(*) from workorder.work_order where state = 'IN_HAND' and handling_overdue_at is not null");
    }
}
