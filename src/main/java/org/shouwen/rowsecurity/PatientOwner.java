package org.shouwen.rowsecurity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The owner's connections, with which a start begins: a node that starts during a failover waits for the new primary. */
final class PatientOwner extends DriverManagerDataSource {
    /** Longer than a failover takes on a busy machine, shorter than a service manager waits for a start. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(PatientOwner.class);

    PatientOwner(String url, String user, String password) {
        super(url, user, password);
    }

    /** @throws SQLException at once when the server answers and refuses, after {@link #PATIENCE} when it does not answer */
    @Override
    protected Connection getConnectionFromDriverManager(String url, Properties info) throws SQLException {
        PatientDriver driver = new PatientDriver();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Objects.requireNonNull(driver.connect(url, info));
            } catch (SQLException e) {
                if (!PatientDriver.away(e) || System.nanoTime() >= end) throw e;
                LOG.warn("数据库还连接不上，继续等待 The database can't be reached yet, waiting: {}", e.getMessage());
            }
        }
    }
}
