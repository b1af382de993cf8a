package org.shouwen.callback;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door for whoever passes on what people said when they were called back (Art. 14). */
@Component
@Basis(Clause.A14)
public class AnsweredCallbacks {
    private final JdbcClient jdbc;

    AnsweredCallbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these orders, those whose person was reached; the latest of an order last. */
    public List<Callback> ofOrders(Collection<String> numbers) {
        if (numbers.isEmpty()) return List.of();
        return jdbc.sql("""
                        select * from supervision.callback where state = 'REACHED' and order_number = any(:numbers)
                        order by last_attempt_at, id
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(CallbackStore::callback)
                .list();
    }

    /** Numbers of the orders of these call-backs, whatever became of them. */
    public Set<String> orders(Collection<UUID> ids) {
        if (ids.isEmpty()) return Set.of();
        return Set.copyOf(jdbc.sql("select distinct order_number from supervision.callback where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(String.class)
                .list());
    }
}
