package org.shouwen.appeal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever publishes what becomes of appeals: states, places and times, never words (Art. 2, 21). */
@Component
@Transactional(readOnly = true)
@Basis({Clause.A2, Clause.A21})
public class PublicMatters {
    /** Kind of the subject of orders in the journal. */
    private static final String ORDER = "work_order";

    /** An order's own appeal, those joined to it, which have orders of their own, and reminders of it. */
    static final String CONCERNED = """
            select h.appeal from workorder.headings h where h.order_id = any(:ids)
            union all
            select j.appeal from workorder.headings h join workorder.joined j on j.lead = h.number where h.order_id = any(:ids)
            union all
            select a.id from workorder.headings h join intake.appeal a
                on a.order_number = h.number and a.outcome = 'reminder'
            where h.order_id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Appeals appeals;
    private final OwnAppeals own;
    private final AppealVisibility visibility;

    PublicMatters(JdbcClient jdbc, Appeals appeals, OwnAppeals own, AppealVisibility visibility) {
        this.jdbc = jdbc;
        this.appeals = appeals;
        this.own = own;
        this.visibility = visibility;
    }

    /** Appeals that a change of these subjects of the journal may concern: their own, and those under an order. */
    public Set<UUID> concerned(String kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) return Set.of();
        if (kind.equals(Appeal.KIND)) return Set.copyOf(subjects);
        if (!kind.equals(ORDER)) return Set.of();
        UUID[] ids = subjects.toArray(UUID[]::new);
        return Set.copyOf(
                jdbc.sql(CONCERNED).param("ids", ids).query(UUID.class).list());
    }

    /** What is to be said of these appeals now, those that are there; in no order. */
    public List<PublicMatter> of(Collection<UUID> ids) {
        List<Appeal> found = appeals.ofIds(ids);
        Set<UUID> kept = found.isEmpty() ? Set.of() : visibility.kept(found);
        return found.stream().map(a -> matter(a, kept.contains(a.id()))).toList();
    }

    private PublicMatter matter(Appeal a, boolean kept) {
        Optional<OrderPage> order = own.order(a);
        Assignment duty = order.map(o -> o.order().dutyOrNull()).orElse(null);
        boolean closed = own.closed(a);
        AppealContent w = a.words();
        return new PublicMatter(
                a.id(),
                a.number(),
                a.channel(),
                a.receivedAt(),
                w.kind(),
                w.matterClass(),
                w.place(),
                a.decision() == null ? "" : a.decision().outcome().type(),
                closed,
                changed(a, order.orElse(null)),
                duty == null || duty.handling().provisional()
                        ? null
                        : duty.handling().at(),
                duty == null ? a.unit() : duty.lead(),
                kept || w.kept());
    }

    private static Instant changed(Appeal a, @Nullable OrderPage order) {
        if (order != null && order.order() instanceof WorkOrder.Closed c) return c.closedAt();
        Instant decided = a.decision() == null ? a.receivedAt() : a.decision().at();
        if (order == null || order.way().isEmpty()) return decided;
        Instant last = order.way().getLast().at();
        return last.isAfter(decided) ? last : decided;
    }
}
