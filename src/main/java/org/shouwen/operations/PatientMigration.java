package org.shouwen.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates without standing in anybody's way: whoever waits for a table holds up all that come after, so a migration waits
 * a second at most ({@code lock_timeout} in {@code spring.flyway.init-sqls}), lets everybody through and tries again. What
 * was migrated before stays migrated. A migration outside a transaction is written so that it may be said again, and one
 * that was broken off (a full disk, say) is. What would hold a large table for long comes last, beside its writers
 * ({@link LaterConnections}). Beside a later version this one adds what it alone has and leaves rules and held tables as
 * that version set them.
 */
@Component
class PatientMigration implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(PatientMigration.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MigrationTimes times;

    PatientMigration(MigrationTimes times) {
        this.times = times;
    }

    @Override
    public void migrate(Flyway flyway) {
        List<String> later = OlderVersions.refuse(flyway);
        patiently(later.isEmpty() ? flyway : withoutHeldTables(flyway, later));
        OlderVersions.refuse(flyway); // where a later version migrated while this one waited for it
        try {
            new LaterWork(flyway.getConfiguration().getDataSource(), times).run();
        } catch (SQLException e) {
            throw new FlywayException("What the migrations put off could not be done: " + e.getMessage(), e);
        }
    }

    /** Without what {@code afterMigrate*.sql} set: the later version's is in force. */
    private static Flyway withoutHeldTables(Flyway flyway, List<String> later) {
        String which = String.join(", ", later);
        LOG.info(
                "数据库已由更新的版本升级过（{}），其行级规则和受保护的表保持不变 A later version has migrated the database ({}): its rules for rows and its held tables stay as they are",
                which,
                which);
        return Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .skipDefaultCallbacks(true)
                .load();
    }

    private static void patiently(Flyway flyway) {
        for (int tried = 1; ; tried++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (tried == TRIES || !(waited(e) || (tried == 1 && brokenOff(flyway)))) throw e;
                if (tried == 1 && waited(e))
                    LOG.warn("数据库升级在等待一张正被使用的表 The migration waits for a table that somebody else uses");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Forgets what was broken off outside a transaction; whether there was any, so that it can be said again. */
    private static boolean brokenOff(Flyway flyway) {
        Configuration c = flyway.getConfiguration();
        try (Connection db = c.getDataSource().getConnection();
                Statement s = db.createStatement()) {
            return s.executeUpdate(
                            "delete from \"%s\".\"%s\" where not success".formatted(c.getDefaultSchema(), c.getTable()))
                    > 0;
        } catch (SQLException none) {
            LOG.debug("no history of migrations yet", none);
            return false;
        }
    }

    /** Whether it gave up because somebody else held what it needed. */
    static boolean waited(@Nullable Throwable e) {
        if (e == null) return false;
        return (e instanceof SQLException s && LOCK_NOT_AVAILABLE.equals(s.getSQLState())) || waited(e.getCause());
    }
}
