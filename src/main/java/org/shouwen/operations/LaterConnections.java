package org.shouwen.operations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections on which migrations run. What would read all rows of a large table while nobody may write it is noted in
 * {@code flyway.later} instead, in the migration's own transaction, and done by {@link LaterWork} when all migrations are
 * through. The migrations' files, and with them their check sums, stay as they are.
 */
final class LaterConnections extends DelegatingDataSource {
    private static final Set<String> EXECUTES = Set.of("execute", "executeUpdate");

    private static final String MADE = "create table flyway.later (work text primary key, statement text not null);";

    private final long large;

    /** @param large size in bytes from which on a table's statements are put off; reading less takes no time */
    LaterConnections(DataSource database, long large) {
        super(database);
        this.large = large;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, real, (method, arguments) -> {
            Object made = method.invoke(real, arguments);
            return made instanceof Statement statement && method.getName().equals("createStatement")
                    ? statement(real, statement)
                    : made;
        });
    }

    private Statement statement(Connection connection, Statement real) {
        return proxy(Statement.class, real, (method, arguments) -> {
            if (arguments != null && arguments[0] instanceof String sql && EXECUTES.contains(method.getName()))
                arguments[0] = instead(connection, sql);
            return method.invoke(real, arguments);
        });
    }

    /** What is executed in the place of a statement: itself, but for large tables. */
    private String instead(Connection connection, String sql) throws SQLException {
        String dropped = LaterStatement.dropped(sql);
        if (dropped != null) {
            if (!has(connection, LaterWork.NOTED)) return sql;
            if (!has(connection, "select exists (select from flyway.later where work = '" + dropped + "')")) return sql;
            String forgotten = "delete from flyway.later where work = '" + dropped + "'";
            // an earlier start may have built it, or begun to, and died before it could forget it
            return forgotten + ";" + (LaterStatement.dropsIndex(sql) ? "drop index if exists " + dropped : sql);
        }
        LaterStatement later = LaterStatement.of(sql).orElse(null);
        if (later == null) return sql;
        if (!has(connection, "select pg_relation_size(to_regclass('%s')) > %d".formatted(later.table(), large)))
            return sql;
        return "%s insert into flyway.later values ('%s', $later$%s$later$) on conflict (work) do update set statement = excluded.statement; %s"
                .formatted(has(connection, LaterWork.NOTED) ? "" : MADE, later.work(), later.afterwards(), later.now());
    }

    private static boolean has(Connection connection, String query) throws SQLException {
        try (Statement asked = connection.createStatement()) {
            return LaterWork.has(asked, query);
        }
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
