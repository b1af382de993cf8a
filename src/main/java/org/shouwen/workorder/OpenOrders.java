package org.shouwen.workorder;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for finding what is open still of many appeals: asked of the open orders, by their own index (V807). */
@Service
@Transactional(readOnly = true)
public class OpenOrders {
    /** Joined orders end with their lead; a closed one always knows when it was closed. */
    static final String OF_APPEALS =
            " where w.appeal = any(:appeals) and w.closed_at is null and " + ConflictOfInterest.order("w.number");

    private final JdbcClient jdbc;

    OpenOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open orders that these appeals became and that are there for the reader, newest first; at most 200, all counted. */
    public Page<OrderLine> of(Collection<UUID> appeals, CurrentUser by) {
        if (appeals.isEmpty()) return Page.empty();
        UUID[] ids = appeals.toArray(UUID[]::new);
        String reader = ConflictOfInterest.reader(by);
        List<OrderLine> found = jdbc.sql(
                        BoardStore.LINE + OF_APPEALS + " order by w.registered_at desc, w.id desc limit :limit")
                .param("appeals", ids)
                .param("reader", reader)
                .param("limit", Page.MOST + 1)
                .query(BoardStore.MAP)
                .list();
        long all = found.size() <= Page.MOST
                ? found.size()
                : jdbc.sql("select count(*) from workorder.work_order w" + OF_APPEALS)
                        .param("appeals", ids)
                        .param("reader", reader)
                        .query(Long.class)
                        .single();
        return Page.of(found, Page.MOST, all, l -> After.at(0, l.registeredAt(), l.id()));
    }
}
