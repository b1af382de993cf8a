package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.problems.Stale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of orders: written as a whole after each event, read back as the state they are. */
@Repository
class OrderStore {
    static final String COLUMNS = """
            id, number, appeal, registered_at, state, edition, limit_class, lead_unit, assisting, dispatched_at,
            receive_by, receive_provisional, handle_by, handle_provisional, received_at, receipt_overdue_at,
            handling_overdue_at, section, officer, reworks, report, reported_at, closed_at, version, head,
            asked, parts, urgent_kind, urgent_since, urgent_calls, urgent_answered_at, urgent_on_site_at,
            urgent_normal_at, joined_to, shield, intake_asked_at, days_extended, extension_asked_at, return_asked_at,
            returns, part_due
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final RowMapping mapping;

    OrderStore(JdbcTemplate template, JdbcClient jdbc, RowMapping mapping) {
        this.template = template;
        this.jdbc = jdbc;
        this.mapping = mapping;
    }

    /** @param salts of the matters' digests */
    void insert(List<OrderRow> rows, List<NewWorkOrder> registrations, List<String> salts) {
        template.batchUpdate(
                "insert into workorder.work_order (id, number, appeal, registered_at, state, urgent_kind, urgent_since, shield, version, head) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                index(rows, i -> new Object[] {
                    rows.get(i).id(),
                    rows.get(i).number(),
                    rows.get(i).appeal(),
                    Timestamp.from(rows.get(i).registeredAt()),
                    WorkOrder.State.REGISTERED.name(),
                    registrations.get(i).matter().urgentKind(),
                    registrations.get(i).matter().urgentKind() == null
                            ? null
                            : Timestamp.from(rows.get(i).registeredAt()),
                    mapping.shield(rows.get(i)),
                    rows.get(i).chain().seq(),
                    rows.get(i).chain().head()
                }));
        template.batchUpdate(
                "insert into workorder.matter (order_id, title, content, kind, matter_class, place, location, happened_at, urgent_kind, salt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                index(registrations, i -> {
                    Matter m = registrations.get(i).matter();
                    return new Object[] {
                        registrations.get(i).id(),
                        m.title(),
                        m.content(),
                        m.kind(),
                        m.matterClass(),
                        m.place(),
                        m.location(),
                        m.happenedAt(),
                        m.urgentKind(),
                        salts.get(i)
                    };
                }));
    }

    /** Whether its appellant's term has run out. */
    boolean forgotten(UUID order) {
        return jdbc.sql("select salt = '' from workorder.matter where order_id = :id")
                .param("id", order)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Only what was said changes; the salt of what had been said is gone. */
    void forget(UUID order, Matter m) {
        jdbc.sql("""
                        update workorder.matter set title = :title, content = :content, location = :location,
                            happened_at = :happened, salt = '' where order_id = :id
                        """)
                .param("title", m.title())
                .param("content", m.content())
                .param("location", m.location())
                .param("happened", m.happenedAt())
                .param("id", order)
                .update();
    }

    /** Locks the row until the transaction ends: two at once on one order come one after the other. */
    Optional<HeldOrders.Locked> lock(String number) {
        return jdbc.sql("select " + COLUMNS + " from workorder.work_order where number = :number for no key update")
                .param("number", number)
                .query(mapping::locked)
                .optional();
    }

    Optional<OrderRow> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from workorder.work_order where number = :number")
                .param("number", number)
                .query((rs, _) -> mapping.row(rs))
                .optional();
    }

    /** The order that is to lead: held as it is until the joining is done. */
    Optional<OrderRow> holdLead(String number) {
        return jdbc.sql("select " + COLUMNS + " from workorder.work_order where number = :number for share")
                .param("number", number)
                .query((rs, _) -> mapping.row(rs))
                .optional();
    }

    boolean leads(String number) {
        return jdbc.sql("select exists (select from workorder.work_order where joined_to = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** All that are joined under an order. */
    List<OrderRow> lockJoined(String lead) {
        return jdbc.sql("select " + COLUMNS
                        + " from workorder.work_order where joined_to = :lead order by id for no key update")
                .param("lead", lead)
                .query((rs, _) -> mapping.row(rs))
                .list();
    }

    /** Writes the answer of many joined orders in one statement. */
    void updateAnswered(List<OrderRow> rows, Instant at) {
        jdbc.sql("""
                        update workorder.work_order w set closed_at = :at, version = n.version, head = n.head
                        from unnest(:id::uuid[], :version::bigint[], :head::bytea[]) as n (id, version, head)
                        where w.id = n.id
                        """)
                .param("at", Timestamp.from(at))
                .param("id", rows.stream().map(OrderRow::id).toArray(UUID[]::new))
                .param("version", rows.stream().map(r -> r.chain().seq()).toArray(Long[]::new))
                .param("head", rows.stream().map(r -> r.chain().head()).toArray(byte[][]::new))
                .update();
    }

    /** @throws Stale when someone else was faster */
    void update(OrderRow row, long before) {
        Object[] values = mapping.values(row, before);
        if (template.update(OrderUpdate.SQL, values, OrderUpdate.TYPES) != 1) throw new Stale("work order", before, -1);
    }

    private interface Values {
        Object[] of(int i);
    }

    private static List<Object[]> index(List<?> rows, Values values) {
        List<Object[]> all = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) all.add(values.of(i));
        return all;
    }
}
