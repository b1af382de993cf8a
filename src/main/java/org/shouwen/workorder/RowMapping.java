package org.shouwen.workorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.springframework.stereotype.Component;

/** An order's state as its row has it; {@link OrderRowReader} reads it again. */
@Component
class RowMapping {
    private static final int KEPT = 35;
    private static final int ASSISTING = 4;
    private static final int REPORT = 16;
    private static final int ASKED = 19;
    private static final int PARTS = 24;
    private static final int SHIELD = 33;

    private final EventJson json;
    private final OrderRowReader reader;

    RowMapping(EventJson json) {
        this.json = json;
        this.reader = new OrderRowReader(json);
    }

    Object[] values(OrderRow row, long before) {
        Assignment d = row.order().dutyOrNull();
        Report report = report(row.order());
        PendingRequests asked = d == null ? PendingRequests.NOTHING : d.asked();
        Urgent u = row.urgent();
        return new @Nullable Object[] {
            row.order().state().name(),
            d == null ? null : d.edition(),
            d == null ? null : d.limitClass(),
            d == null ? null : d.lead().code(),
            d == null ? new String[0] : d.assisting().stream().map(UnitId::code).toArray(String[]::new),
            d == null ? null : Instants.timestamp(d.dispatchedAt()),
            d == null ? null : Instants.timestamp(d.receipt().at()),
            d != null && d.receipt().provisional(),
            d == null ? null : Instants.timestamp(d.handling().at()),
            d != null && d.handling().provisional(),
            d == null ? null : Instants.timestamp(d.receivedAt()),
            d == null ? null : Instants.timestamp(d.receiptOverdue()),
            d == null ? null : Instants.timestamp(d.handlingOverdue()),
            d == null ? null : d.section(),
            d == null ? null : d.officer(),
            d == null ? 0 : d.reworks(),
            report == null ? null : json.write(report),
            Instants.timestamp(reportedAt(row.order())),
            Instants.timestamp(closedAt(row.order())),
            asked.equals(PendingRequests.NOTHING) ? null : json.write(asked),
            asked.daysExtended(),
            asked.extension() == null
                    ? null
                    : Instants.timestamp(asked.extension().askedAt()),
            asked.returning() == null
                    ? null
                    : Instants.timestamp(asked.returning().askedAt()),
            asked.returns(),
            d == null ? null : parts(d),
            d == null ? null : partDue(d),
            u == null ? null : u.kind(),
            u == null ? null : Instants.timestamp(u.since()),
            u == null ? 0 : u.calls(),
            u == null ? null : Instants.timestamp(u.answeredAt()),
            u == null ? null : Instants.timestamp(u.onSiteAt()),
            u == null ? null : Instants.timestamp(u.normalAt()),
            row.order() instanceof WorkOrder.Joined j ? j.lead() : null,
            json.write(row.shield()),
            row.order() instanceof WorkOrder.Registered r ? Instants.timestamp(r.askedAt()) : null,
            row.chain().seq(),
            row.chain().head(),
            row.id(),
            before
        };
    }

    /**
     * The columns that {@link OrderUpdate#SQL} writes, as they stand: also those that the state at hand has no use for.
     * What is JSON is read: an older version of it, or one without a later component, says the same.
     */
    List<@Nullable Object> kept(ResultSet rs) throws SQLException {
        return Arrays.asList(
                rs.getString("state"),
                rs.getString("edition"),
                rs.getString("limit_class"),
                rs.getString("lead_unit"),
                Arrays.asList((String[]) rs.getArray("assisting").getArray()),
                rs.getTimestamp("dispatched_at"),
                rs.getTimestamp("receive_by"),
                rs.getBoolean("receive_provisional"),
                rs.getTimestamp("handle_by"),
                rs.getBoolean("handle_provisional"),
                rs.getTimestamp("received_at"),
                rs.getTimestamp("receipt_overdue_at"),
                rs.getTimestamp("handling_overdue_at"),
                rs.getObject("section"),
                rs.getObject("officer"),
                rs.getInt("reworks"),
                json.readReport(rs.getString("report")),
                rs.getTimestamp("reported_at"),
                rs.getTimestamp("closed_at"),
                json.readAsked(rs.getString("asked")),
                rs.getInt("days_extended"),
                rs.getTimestamp("extension_asked_at"),
                rs.getTimestamp("return_asked_at"),
                rs.getInt("returns"),
                json.readParts(rs.getString("parts")),
                rs.getTimestamp("part_due"),
                rs.getString("urgent_kind"),
                rs.getTimestamp("urgent_since"),
                rs.getInt("urgent_calls"),
                rs.getTimestamp("urgent_answered_at"),
                rs.getTimestamp("urgent_on_site_at"),
                rs.getTimestamp("urgent_normal_at"),
                rs.getString("joined_to"),
                json.readShield(rs.getString("shield")),
                rs.getTimestamp("intake_asked_at"));
    }

    @Nullable
    String shield(OrderRow row) {
        return json.write(row.shield());
    }

    @Nullable
    String parts(Assignment duty) {
        return duty.parts().isEmpty() ? null : json.write(duty.parts());
    }

    /** When the next part becomes late that is not marked yet. */
    static @Nullable Timestamp partDue(Assignment duty) {
        return duty.owed().stream()
                .filter(p -> p.overdue() == null)
                .map(p -> p.due().at())
                .min(Instant::compareTo)
                .map(Timestamp::from)
                .orElse(null);
    }

    /** The same columns as they must stand for an order. */
    List<@Nullable Object> expected(OrderRow row) {
        List<@Nullable Object> values =
                new ArrayList<>(Arrays.asList(values(row, 0)).subList(0, KEPT));
        values.set(ASSISTING, Arrays.asList((Object[]) Objects.requireNonNull(values.get(ASSISTING))));
        Assignment d = row.order().dutyOrNull();
        values.set(REPORT, report(row.order()));
        values.set(ASKED, d == null ? PendingRequests.NOTHING : d.asked());
        values.set(PARTS, d == null ? List.of() : d.parts());
        values.set(SHIELD, row.shield());
        return values;
    }

    HeldOrders.Locked locked(ResultSet rs, int n) throws SQLException {
        return new HeldOrders.Locked(row(rs), kept(rs));
    }

    OrderRow row(ResultSet rs) throws SQLException {
        return reader.row(rs);
    }

    private static @Nullable Report report(WorkOrder order) {
        return switch (order) {
            case WorkOrder.Reported o -> o.report();
            case WorkOrder.Closed o -> o.report();
            case WorkOrder.Registered _, WorkOrder.AwaitingReceipt _, WorkOrder.InHand _, WorkOrder.Joined _ -> null;
        };
    }

    private static @Nullable Instant reportedAt(WorkOrder order) {
        return switch (order) {
            case WorkOrder.Reported o -> o.reportedAt();
            case WorkOrder.Closed o -> o.reportedAt();
            case WorkOrder.Registered _, WorkOrder.AwaitingReceipt _, WorkOrder.InHand _, WorkOrder.Joined _ -> null;
        };
    }

    private static @Nullable Instant closedAt(WorkOrder order) {
        return switch (order) {
            case WorkOrder.Closed o -> o.closedAt();
            case WorkOrder.Joined o -> o.answeredAt();
            case WorkOrder.Registered _, WorkOrder.AwaitingReceipt _, WorkOrder.InHand _, WorkOrder.Reported _ -> null;
        };
    }
}
