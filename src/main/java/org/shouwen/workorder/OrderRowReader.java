package org.shouwen.workorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Chain;
import org.shouwen.jdbc.Instants;

/** An order's state out of its row. */
final class OrderRowReader {
    private final EventJson json;

    OrderRowReader(EventJson json) {
        this.json = json;
    }

    OrderRow row(ResultSet rs) throws SQLException {
        return new OrderRow(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                rs.getObject("appeal", UUID.class),
                Instants.of(rs, "registered_at"),
                order(rs),
                urgent(rs),
                json.readShield(rs.getString("shield")),
                new Chain(rs.getLong("version"), rs.getBytes("head")));
    }

    private WorkOrder order(ResultSet rs) throws SQLException {
        return switch (WorkOrder.State.valueOf(rs.getString("state"))) {
            case REGISTERED -> new WorkOrder.Registered(Instants.orNull(rs, "intake_asked_at"));
            case AWAITING_RECEIPT -> new WorkOrder.AwaitingReceipt(duty(rs));
            case IN_HAND -> new WorkOrder.InHand(duty(rs));
            case REPORTED -> new WorkOrder.Reported(duty(rs), report(rs), Instants.of(rs, "reported_at"));
            case JOINED -> new WorkOrder.Joined(rs.getString("joined_to"), Instants.orNull(rs, "closed_at"));
            case CLOSED ->
                new WorkOrder.Closed(
                        duty(rs), report(rs), Instants.of(rs, "reported_at"), Instants.of(rs, "closed_at"));
        };
    }

    private static @Nullable Urgent urgent(ResultSet rs) throws SQLException {
        String kind = rs.getString("urgent_kind");
        return kind == null
                ? null
                : new Urgent(
                        kind,
                        Instants.of(rs, "urgent_since"),
                        rs.getInt("urgent_calls"),
                        Instants.orNull(rs, "urgent_answered_at"),
                        Instants.orNull(rs, "urgent_on_site_at"),
                        Instants.orNull(rs, "urgent_normal_at"));
    }

    private Assignment duty(ResultSet rs) throws SQLException {
        return new Assignment(
                rs.getString("edition"),
                rs.getString("limit_class"),
                new UnitId(rs.getString("lead_unit")),
                json.readParts(rs.getString("parts")),
                Instants.of(rs, "dispatched_at"),
                new Due(Instants.of(rs, "receive_by"), rs.getBoolean("receive_provisional")),
                new Due(Instants.of(rs, "handle_by"), rs.getBoolean("handle_provisional")),
                Instants.orNull(rs, "received_at"),
                Instants.orNull(rs, "receipt_overdue_at"),
                Instants.orNull(rs, "handling_overdue_at"),
                rs.getObject("section", UUID.class),
                rs.getObject("officer", UUID.class),
                rs.getInt("reworks"),
                json.readAsked(rs.getString("asked")));
    }

    private Report report(ResultSet rs) throws SQLException {
        return Objects.requireNonNull(json.readReport(rs.getString("report")), "reported without a report");
    }
}
