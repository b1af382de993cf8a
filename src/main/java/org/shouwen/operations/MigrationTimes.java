package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What each migration takes. A start says so in the log where it was long; a rehearsal ({@code shouwen.rehearsal}) writes
 * every step to a file, with the time for which writers would have waited.
 */
@Component
class MigrationTimes implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationTimes.class);
    private static final long LONG_MILLIS = 1_000;

    private final @Nullable Path rehearsal;
    private @Nullable LockWatch watch;
    private final Map<String, Long> took = new LinkedHashMap<>();
    private long began;

    MigrationTimes(@Value("${shouwen.rehearsal:}") String rehearsal) {
        this.rehearsal = rehearsal.isBlank() ? null : Path.of(rehearsal);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return switch (event) {
            case BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE -> true;
            case BEFORE_MIGRATE, AFTER_VERSIONED, AFTER_MIGRATE_OPERATION_FINISH, AFTER_MIGRATE_ERROR ->
                rehearsal != null;
            default -> false;
        };
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "migration times";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            switch (event) {
                case BEFORE_MIGRATE -> {
                    watch = new LockWatch(context.getConfiguration().getDataSource());
                    begin(MigrationStep.RULES); // where nothing else is to be done
                }
                case BEFORE_EACH_MIGRATE -> begin(name(context.getMigrationInfo()));
                case AFTER_EACH_MIGRATE -> {
                    done(name(context.getMigrationInfo()));
                    began = System.nanoTime();
                }
                case AFTER_VERSIONED -> begin(MigrationStep.RULES);
                case AFTER_MIGRATE_OPERATION_FINISH -> {
                    done(MigrationStep.RULES);
                    write();
                }
                default -> write();
            }
        } catch (SQLException | IOException e) {
            throw new FlywayException("The migration could not be timed: " + e.getMessage(), e);
        }
    }

    /** Whether this is a copy on which an upgrade is rehearsed. */
    boolean rehearses() {
        return rehearsal != null;
    }

    interface Work {
        void run() throws SQLException;
    }

    /** Times what is done when all migrations are through, such as the building of an index, in the same way. */
    void later(DataSource database, String name, Work work) throws SQLException {
        took.clear();
        if (rehearsal != null) watch = new LockWatch(database);
        begin(MigrationStep.LATER + name);
        try {
            work.run();
        } finally {
            done(MigrationStep.LATER + name);
            try {
                write();
            } catch (IOException e) {
                LOG.warn("The rehearsal's times could not be written: {}", e.getMessage());
            }
        }
    }

    private static String name(MigrationInfo info) {
        return info.getVersion() == null ? info.getDescription() : info.getVersion() + " " + info.getDescription();
    }

    private void begin(String name) {
        began = System.nanoTime();
        if (watch != null) watch.step(name);
    }

    private void done(String name) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (millis >= LONG_MILLIS) LOG.info("数据库升级 {}：{} ms Migrated {} in {} ms", name, millis, name, millis);
        took.put(name, millis);
    }

    private void write() throws SQLException, IOException {
        LockWatch seen = watch;
        watch = null;
        if (seen == null || rehearsal == null) return;
        seen.close();
        for (var step : took.entrySet()) {
            var longest = seen.longest(step.getKey());
            new MigrationStep(
                            step.getKey(),
                            step.getValue(),
                            TimeUnit.NANOSECONDS.toMillis(longest.nanos()),
                            longest.table())
                    .appendTo(rehearsal);
        }
    }
}
