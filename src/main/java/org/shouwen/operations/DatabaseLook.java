package org.shouwen.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the database says of itself. */
final class DatabaseLook {
    private DatabaseLook() {}

    /** Whether it only reads what another database writes. */
    static boolean replica(DataSource database) throws SQLException {
        try (Connection db = database.getConnection();
                Statement statement = db.createStatement();
                ResultSet rs = statement.executeQuery("select pg_is_in_recovery()")) {
            rs.next();
            return rs.getBoolean(1);
        }
    }
}
