package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.shouwen.retention.KeepsOpen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When orders ended, for terms that begin with the end of a matter (Art. 21). */
@Component
class OrderEnds implements KeepsOpen {
    private final JdbcClient jdbc;

    OrderEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with an order that is open, or was closed at this moment or later. */
    @Override
    public Set<UUID> notClosedBefore(Instant moment, Collection<UUID> appeals) {
        if (appeals.isEmpty()) return Set.of();
        return new HashSet<>(jdbc.sql("""
                        select appeal from workorder.work_order
                        where appeal = any(:appeals) and (closed_at is null or closed_at >= :moment)
                        """)
                .param("appeals", appeals.toArray(UUID[]::new))
                .param("moment", Timestamp.from(moment))
                .query(UUID.class)
                .list());
    }
}
