package org.shouwen.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads {@link FoundRow}s by the place of their columns: a thousand of them are read for one answer. */
final class RowReader {
    /** In the order of the record; the nearness follows. */
    static final String COLUMNS = "t.id, t.kind, t.at, t.state, t.lead, t.class, t.place, t.channel, t.urgent, ";

    private RowReader() {}

    static FoundRow read(ResultSet rs) throws SQLException {
        return new FoundRow(
                rs.getObject(1, UUID.class),
                ThingKind.valueOf(rs.getString(2)),
                rs.getTimestamp(3).toInstant(),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getBoolean(9),
                rs.getInt(10));
    }
}
