package org.shouwen.workorder;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose matter an order is: the appeal that became it, and those whose orders go under it (ruling 10). */
@Component
public class OrderPeople {
    private final JdbcClient jdbc;

    OrderPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An appeal, and the order with which it goes. */
    public record OfOrder(String order, UUID appeal) {}

    /** Of all these orders, in no order; as far as the reader's database role sees them. */
    public List<OfOrder> of(Collection<String> orders) {
        return jdbc.sql("""
                        select number, appeal from workorder.work_order where number = any(:orders)
                        union all
                        select joined_to, appeal from workorder.work_order where joined_to = any(:orders)
                        """)
                .param("orders", orders.toArray(String[]::new))
                .query((rs, _) -> new OfOrder(rs.getString(1), rs.getObject(2, UUID.class)))
                .list();
    }
}
