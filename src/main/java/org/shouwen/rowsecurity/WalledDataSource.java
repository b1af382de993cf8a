package org.shouwen.rowsecurity;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Hands out connections that work for whom the thread works for: those of the platform, or those that have taken the
 * role for units, with the unit set. Two pools, because a connection that changes its role plans everything anew. A
 * connection remembers its unit, so that nothing is asked of the database while people of one unit follow one another.
 */
final class WalledDataSource extends AbstractDataSource implements AutoCloseable {
    private final HikariDataSource platform;
    private final HikariDataSource units;
    private final String unitRole;
    private final Map<PGConnection, String> last = Collections.synchronizedMap(new WeakHashMap<>());

    WalledDataSource(HikariDataSource platform, HikariDataSource units, String unitRole) {
        this.platform = platform;
        this.units = units;
        this.unitRole = unitRole;
    }

    /** Past which no rows are closed, whatever the thread works for. */
    HikariDataSource platform() {
        return platform;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String unit = UnitScope.current();
        if (unit == null) return platform.getConnection();
        Connection connection = units.getConnection();
        try {
            PGConnection physical = connection.unwrap(PGConnection.class);
            if (!unit.equals(last.get(physical))) {
                config(connection, "shouwen.unit", unit, false);
                last.put(physical, unit);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("connections are the application's");
    }

    /** Within a unit's transaction: looks past the wall until {@link #back}, at the longest until it ends. */
    void past(Connection connection) {
        try {
            config(connection, "role", "none", true);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the scope could not be set", e);
        }
    }

    /** A transaction that has failed takes no more statements; its end brings the role back by itself. */
    void back(Connection connection) {
        try {
            config(connection, "role", unitRole, true);
        } catch (SQLException e) {
            logger.debug("the role comes back with the end of the transaction", e);
        }
    }

    private static void config(Connection connection, String name, String value, boolean local) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("select set_config(?, ?, ?)")) {
            s.setString(1, name);
            s.setString(2, value);
            s.setBoolean(3, local);
            s.execute();
        }
    }

    @Override
    public void close() {
        platform.close();
        units.close();
    }
}
