package org.shouwen.operations;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates without standing in anybody's way: whoever waits for a table holds up all that come after, so a migration waits
 * a second at most ({@code lock_timeout} in {@code spring.flyway.init-sqls}), lets everybody through and tries again. What
 * was migrated before stays migrated.
 */
@Component
class PatientMigration implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(PatientMigration.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Override
    public void migrate(Flyway flyway) {
        for (int tried = 1; ; tried++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (!waited(e) || tried == TRIES) throw e;
                if (tried == 1) LOG.warn("数据库升级在等待一张正被使用的表 The migration waits for a table that somebody else uses");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Whether it gave up because somebody else held what it needed. */
    static boolean waited(@Nullable Throwable e) {
        if (e == null) return false;
        return (e instanceof SQLException s && LOCK_NOT_AVAILABLE.equals(s.getSQLState())) || waited(e.getCause());
    }
}
