package org.shouwen.rowsecurity;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, asking again five times a second for some seconds while the server is away. The pool doubles its
 * pauses up to five seconds: after a failover of six seconds it would find the new primary four seconds late.
 */
public final class PatientDriver implements Driver {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(4);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private static boolean registered;

    private final Driver postgres;

    /** Its class, by which the pool finds it among the registered drivers; those who ask by address find PostgreSQL's first. */
    static synchronized String name() throws SQLException {
        if (!registered) DriverManager.registerDriver(new PatientDriver());
        registered = true;
        return PatientDriver.class.getName();
    }

    /** @throws SQLException when PostgreSQL's driver is not there */
    public PatientDriver() throws SQLException {
        postgres = DriverManager.getDriver("jdbc:postgresql:any");
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                return postgres.connect(url, info);
            } catch (SQLException e) {
                if (!away(e)
                        || System.nanoTime() >= end
                        || Thread.currentThread().isInterrupted()) throw e;
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Class 08: nobody could be reached. 57P03: the server is starting up or shutting down. */
    static boolean away(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.equals("57P03");
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return postgres.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return postgres.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return postgres.getParentLogger();
    }
}
