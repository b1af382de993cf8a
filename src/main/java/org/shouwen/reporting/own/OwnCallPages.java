package org.shouwen.reporting.own;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of a unit's own calls: what waits first, then the newest. */
final class OwnCallPages {
    private OwnCallPages() {}

    static Page<OwnCall> page(JdbcClient jdbc, UnitId unit, @Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select c.*, (called_at is not null)::int as rank, " + Keyset.latest("drawn_at")
                        + " as turn from reporting.own_call c where unit = :unit",
                Map.of("unit", unit.code()),
                after,
                limit,
                OwnCalls::call);
    }
}
