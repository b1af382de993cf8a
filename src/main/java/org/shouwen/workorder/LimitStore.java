package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Provisional;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of orders by their limits: which passed, which a calendar may move; marked and moved many in one statement. */
@Repository
class LimitStore {
    private static final String OPEN = "select " + OrderStore.COLUMNS
            + " from workorder.work_order where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')";

    private final JdbcClient jdbc;
    private final RowMapping mapping;

    LimitStore(JdbcClient jdbc, RowMapping mapping) {
        this.jdbc = jdbc;
        this.mapping = mapping;
    }

    /** Orders whose limit has passed without a mark; those that somebody works on at this moment are left for later. */
    List<HeldOrders.Locked> lockNewlyOverdue(Instant now, int most) {
        return jdbc.sql("select " + OrderStore.COLUMNS + """
                         from workorder.work_order where id = any(array(
                            (select id from workorder.work_order
                             where state = 'AWAITING_RECEIPT' and receipt_overdue_at is null and receive_by <= :now
                             order by receive_by limit :most)
                            union
                            (select id from workorder.work_order
                             where state in ('AWAITING_RECEIPT', 'IN_HAND') and handling_overdue_at is null
                               and extension_asked_at is null and handle_by <= :now
                             order by handle_by limit :most)
                            union
                            (select id from workorder.work_order
                             where state in ('AWAITING_RECEIPT', 'IN_HAND') and part_due is not null
                               and part_due <= :now
                             order by part_due limit :most)))
                        for no key update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(mapping::locked)
                .list();
    }

    /** By the year whose notice is missing. */
    List<Provisional> provisional() {
        return jdbc.sql("""
                        select %s as year,
                               count(*) as orders
                        from workorder.work_order
                        where handle_provisional and state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')
                        group by 1 order by 1
                        """.formatted(Provisional.yearOf("handle_by")))
                .query((rs, _) -> new Provisional(rs.getInt("year"), rs.getLong("orders")))
                .list();
    }

    /** All orders with open limits. */
    List<HeldOrders.Locked> open() {
        return jdbc.sql(OPEN).query(mapping::locked).list();
    }

    /** The same, to be changed. */
    List<HeldOrders.Locked> lockOpen() {
        return jdbc.sql(OPEN + " order by id for no key update")
                .query(mapping::locked)
                .list();
    }

    /** Writes limits and marks of many in one statement. */
    void update(List<OrderRow> rows) {
        if (rows.isEmpty()) return;
        jdbc.sql("""
                        update workorder.work_order w
                        set receive_by = n.receive_by, receive_provisional = n.receive_provisional,
                            handle_by = n.handle_by, handle_provisional = n.handle_provisional,
                            receipt_overdue_at = n.receipt_overdue_at, handling_overdue_at = n.handling_overdue_at,
                            parts = n.parts, part_due = n.part_due, version = n.version, head = n.head
                        from unnest(:id::uuid[], :receiveBy::timestamptz[], :receiveProvisional::boolean[],
                                    :handleBy::timestamptz[], :handleProvisional::boolean[],
                                    :receiptOverdue::timestamptz[], :handlingOverdue::timestamptz[],
                                    :parts::text[], :partDue::timestamptz[], :version::bigint[], :head::bytea[])
                             as n (id, receive_by, receive_provisional, handle_by, handle_provisional,
                                   receipt_overdue_at, handling_overdue_at, parts, part_due, version, head)
                        where w.id = n.id
                        """)
                .param("id", rows.stream().map(OrderRow::id).toArray(UUID[]::new))
                .param("receiveBy", times(rows, d -> d.receipt().at()))
                .param(
                        "receiveProvisional",
                        rows.stream().map(r -> duty(r).receipt().provisional()).toArray(Boolean[]::new))
                .param("handleBy", times(rows, d -> d.handling().at()))
                .param(
                        "handleProvisional",
                        rows.stream().map(r -> duty(r).handling().provisional()).toArray(Boolean[]::new))
                .param("receiptOverdue", times(rows, Assignment::receiptOverdue))
                .param("handlingOverdue", times(rows, Assignment::handlingOverdue))
                .param("parts", rows.stream().map(r -> mapping.parts(duty(r))).toArray(String[]::new))
                .param(
                        "partDue",
                        rows.stream().map(r -> RowMapping.partDue(duty(r))).toArray(Timestamp[]::new))
                .param("version", rows.stream().map(r -> r.chain().seq()).toArray(Long[]::new))
                .param("head", rows.stream().map(r -> r.chain().head()).toArray(byte[][]::new))
                .update();
    }

    private interface Time {
        @Nullable
        Instant of(Assignment duty);
    }

    private static @Nullable Timestamp[] times(List<OrderRow> rows, Time time) {
        @Nullable Timestamp[] times = new @Nullable Timestamp[rows.size()];
        for (int i = 0; i < times.length; i++) times[i] = Instants.timestamp(time.of(duty(rows.get(i))));
        return times;
    }

    private static Assignment duty(OrderRow row) {
        Assignment duty = row.order().dutyOrNull();
        if (duty == null) throw new IllegalStateException("not dispatched: " + row.number());
        return duty;
    }
}
