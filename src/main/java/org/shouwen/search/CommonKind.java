package org.shouwen.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The kind that nearly all matters of a copy are of, where there is one: its key narrows nothing and costs the meeting of a
 * long list. Looked at in the newest thousand, every ten minutes: what a search costs hangs on it, not what it finds.
 */
@Component
class CommonKind {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile @Nullable Looked looked;

    CommonKind(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Looked(String copy, @Nullable String kind, Instant at) {}

    /** For people of the platform, who read all rows. */
    boolean is(Generation g, String kind) {
        Looked now = looked;
        Instant instant = clock.instant();
        if (now == null
                || !now.copy().equals(g.asked())
                || !instant.isBefore(now.at().plus(KEPT))) {
            now = new Looked(g.asked(), look(g), instant);
            looked = now;
        }
        return kind.equals(now.kind());
    }

    private @Nullable String look(Generation g) {
        return jdbc.sql("with newest as (select kind from search.thing_" + g.asked()
                        + " where slice > 0 order by at desc, id desc limit 1000) select kind from newest group by kind"
                        + " having count(*) > 0.8 * (select count(*) from newest)")
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
