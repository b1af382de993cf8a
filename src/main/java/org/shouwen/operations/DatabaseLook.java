package org.shouwen.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * What the database says of itself.
 *
 * @param clockSeconds its clock less this machine's; of a database on another machine, whose jumps move limits and sessions
 * @param replica whether it only reads what another database writes
 */
record DatabaseLook(double clockSeconds, boolean replica) {
    /** @param machine the machine's own clock, whatever time the product lives in */
    static DatabaseLook at(DataSource database, InstantSource machine) throws SQLException {
        try (Connection db = database.getConnection();
                Statement statement = db.createStatement()) {
            Instant before = machine.instant(); // not the time for which a busy pool lets wait
            try (ResultSet rs =
                    statement.executeQuery("select extract(epoch from clock_timestamp()), pg_is_in_recovery()")) {
                rs.next();
                return new DatabaseLook(rs.getDouble(1) - before.toEpochMilli() / 1000.0, rs.getBoolean(2));
            }
        }
    }
}
