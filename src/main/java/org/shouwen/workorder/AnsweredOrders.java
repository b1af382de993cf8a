package org.shouwen.workorder;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders have their answer, of many at once: whoever has it waits for no limit any more. */
@Component
public class AnsweredOrders {
    private final JdbcClient jdbc;

    AnsweredOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these orders, those that are reported or closed. */
    public Set<UUID> among(Collection<UUID> orders) {
        return Set.copyOf(jdbc.sql("""
                        select id from workorder.work_order where id = any(:orders) and state in ('REPORTED', 'CLOSED')
                        """)
                .param("orders", orders.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
