package org.shouwen.workorder;

import static java.sql.Types.ARRAY;
import static java.sql.Types.BIGINT;
import static java.sql.Types.BINARY;
import static java.sql.Types.BOOLEAN;
import static java.sql.Types.INTEGER;
import static java.sql.Types.OTHER;
import static java.sql.Types.TIMESTAMP;
import static java.sql.Types.VARCHAR;

import java.util.List;
import java.util.regex.Pattern;

/** The statement by which an act writes an order's row; {@link RowMapping} gives its values. */
final class OrderUpdate {
    static final String SQL = """
        update workorder.work_order
        set state = ?, edition = ?, limit_class = ?, lead_unit = ?, assisting = ?::text[], dispatched_at = ?,
            receive_by = ?, receive_provisional = ?, handle_by = ?, handle_provisional = ?, received_at = ?,
            receipt_overdue_at = ?, handling_overdue_at = ?, section = ?, officer = ?, reworks = ?,
            report = ?, reported_at = ?, closed_at = ?, asked = ?, days_extended = ?, extension_asked_at = ?,
            return_asked_at = ?, returns = ?, parts = ?, part_due = ?, urgent_kind = ?, urgent_since = ?,
            urgent_calls = ?, urgent_answered_at = ?, urgent_on_site_at = ?, urgent_normal_at = ?, joined_to = ?, shield = ?,
            intake_asked_at = ?,
            version = ?, head = ?
        where id = ? and version = ?
        """;

    /**
     * The types of {@link #SQL}'s values, for what is null has none: without them the database would read and plan the
     * statement anew with each act.
     */
    static final int[] TYPES = {
        VARCHAR, VARCHAR, VARCHAR, VARCHAR, ARRAY, TIMESTAMP, TIMESTAMP, BOOLEAN, TIMESTAMP, BOOLEAN, TIMESTAMP,
        TIMESTAMP, TIMESTAMP, OTHER, OTHER, INTEGER, VARCHAR, TIMESTAMP, TIMESTAMP, VARCHAR, INTEGER, TIMESTAMP,
        TIMESTAMP, INTEGER, VARCHAR, TIMESTAMP, VARCHAR, TIMESTAMP, INTEGER, TIMESTAMP, TIMESTAMP, TIMESTAMP, VARCHAR,
        VARCHAR, TIMESTAMP, BIGINT, BINARY, OTHER, BIGINT
    };

    /** The columns that {@link #SQL} writes, in its order. */
    static final List<String> COLUMNS = Pattern.compile("([a-z_]+) = \\?")
            .matcher(SQL)
            .results()
            .map(m -> m.group(1))
            .toList();

    private OrderUpdate() {}
}
