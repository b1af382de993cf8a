package org.shouwen.wall;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that work for whom the thread works for. A connection remembers its last scope, so that nothing
 * is asked of the database while people of the platform follow one another.
 */
final class WalledDataSource extends DelegatingDataSource implements AutoCloseable {
    private final Map<PGConnection, Optional<String>> scopes = Collections.synchronizedMap(new WeakHashMap<>());

    private final HikariDataSource pool;

    WalledDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            set(connection, UnitScope.current());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    void apply(Connection connection, @Nullable String unit) {
        try {
            set(connection, unit);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the scope could not be set", e);
        }
    }

    /** After a failed statement the transaction takes no more; its end sets the scope back, so ask again then. */
    void applyQuietly(Connection connection, @Nullable String unit) {
        try {
            set(connection, unit);
        } catch (SQLException e) {
            forget(connection);
        }
    }

    private void set(Connection connection, @Nullable String unit) throws SQLException {
        PGConnection physical = connection.unwrap(PGConnection.class);
        Optional<String> wanted = Optional.ofNullable(unit);
        boolean plain = connection.getAutoCommit();
        Optional<String> last = scopes.get(physical);
        if (plain && wanted.equals(last == null ? Optional.empty() : last)) return;
        // what is set within a transaction ends with it: the connection's own scope is set before one begins
        try (PreparedStatement s =
                connection.prepareStatement("select set_config('role', ?, ?), set_config('shouwen.unit', ?, ?)")) {
            s.setString(1, unit == null ? "none" : Roles.UNIT);
            s.setBoolean(2, !plain);
            s.setString(3, unit == null ? "" : unit);
            s.setBoolean(4, !plain);
            s.execute();
        }
        if (plain) scopes.put(physical, wanted);
    }

    private void forget(Connection connection) {
        try {
            scopes.put(connection.unwrap(PGConnection.class), Optional.of(""));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the connection is gone", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
