package org.shouwen.workorder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.EntryCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an order is about, where, and how often its appellant asked again, for lists of what belongs to orders. */
@Component
public class OrderSummaries {
    private final JdbcClient jdbc;
    private final EntryCounts counts;

    OrderSummaries(JdbcClient jdbc, EntryCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** @param reminders how often the appellant has asked again (ruling 10) */
    public record Summary(OrderLine line, long reminders) {}

    /** By the order's id; what the reader may not see is left out, for units without what is kept from them. */
    @Transactional(readOnly = true)
    public Map<UUID, Summary> of(Collection<UUID> orders, CurrentUser by) {
        Map<UUID, Summary> found = new HashMap<>();
        if (orders.isEmpty()) return found;
        Map<UUID, Long> reminders = counts.of("Reminded", orders);
        var lines = jdbc.sql(BoardStore.LINE + " where w.id = any(:orders) and " + ConflictOfInterest.order("w.number"))
                .param("orders", orders.toArray(UUID[]::new))
                .param("reader", ConflictOfInterest.reader(by))
                .query(BoardStore.MAP)
                .list();
        for (OrderLine l : lines)
            found.put(
                    l.id(),
                    new Summary(by.ofPlatform() ? l : WorkOrderBoard.lessKept(l), reminders.getOrDefault(l.id(), 0L)));
        return found;
    }
}
