package org.shouwen.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.CannotStart;
import org.springframework.stereotype.Component;

/**
 * Notes of each migration, in its own transaction, whether nodes of an earlier version bear it ({@link OlderNodes}), in
 * {@code flyway.older_nodes}. Such a node, which does not know the migration, starts only where that is noted.
 */
@Component
class OlderVersions implements Callback {
    private static final Set<MigrationState> UNKNOWN =
            Set.of(MigrationState.MISSING_SUCCESS, MigrationState.FUTURE_SUCCESS);

    private @Nullable Map<String, String> texts;

    /**
     * @return what later versions have migrated and this one does not know; empty as a rule
     * @throws CannotStart where a later version has changed the database beyond what this one bears
     */
    static List<String> refuse(Flyway flyway) {
        List<String> unknown = Arrays.stream(flyway.info().applied())
                .filter(m -> UNKNOWN.contains(m.getState()))
                .map(OlderVersions::version)
                .toList();
        if (unknown.isEmpty()) return unknown;
        Set<String> borne = borne(flyway.getConfiguration());
        List<String> against = unknown.stream().filter(m -> !borne.contains(m)).toList();
        if (against.isEmpty()) return unknown;
        String which = String.join(", ", against);
        throw new CannotStart(
                "数据库已由更新的版本升级过，本版本不能在其上运行（本版本不认识的升级：%s）：请启动新版本；要退回旧版本，请恢复升级前的备份。".formatted(which),
                ("A later version has migrated the database, and this one can not run on it (migrations that it does not"
                                + " know: %s): start the later version; to go back, restore the backup of before the upgrade.")
                        .formatted(which));
    }

    private static Set<String> borne(Configuration flyway) {
        String table = table(flyway);
        Set<String> borne = new HashSet<>();
        try (Connection db = flyway.getDataSource().getConnection();
                Statement sql = db.createStatement()) {
            if (!LaterWork.has(sql, "select to_regclass('%s') is not null".formatted(table))) return borne;
            try (ResultSet rs = sql.executeQuery("select version from %s where bear".formatted(table))) {
                while (rs.next()) borne.add(rs.getString(1));
            }
            return borne;
        } catch (SQLException e) {
            throw new FlywayException("What earlier versions bear could not be read: " + e.getMessage(), e);
        }
    }

    private static String table(Configuration flyway) {
        return "\"%s\".older_nodes".formatted(flyway.getDefaultSchema());
    }

    private static String version(MigrationInfo migration) {
        return migration.getVersion() == null
                ? migration.getDescription()
                : migration.getVersion().getVersion();
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "older versions";
    }

    @Override
    public void handle(Event event, Context context) {
        Configuration flyway = context.getConfiguration();
        String version = version(context.getMigrationInfo());
        try {
            String text = texts(flyway).get(MigrationText.plain(version));
            Connection db = context.getConnection();
            String table = table(flyway);
            try (Statement sql = db.createStatement()) {
                sql.execute(
                        "create table if not exists " + table + " (version text primary key, bear boolean not null)");
            }
            try (PreparedStatement note = db.prepareStatement("insert into " + table
                    + " values (?, ?) on conflict (version) do update set bear = excluded.bear")) {
                note.setString(1, version);
                note.setBoolean(2, text != null && OlderNodes.against(text).isEmpty());
                note.executeUpdate();
            }
        } catch (SQLException | IOException e) {
            throw new FlywayException("What earlier versions bear could not be noted: " + e.getMessage(), e);
        }
    }

    /** Read once: a first start has hundreds of them. */
    private Map<String, String> texts(Configuration flyway) throws IOException {
        Map<String, String> known = texts;
        if (known == null) {
            known = MigrationText.all(
                    Arrays.stream(flyway.getLocations()).map(Object::toString).toList());
            texts = known;
        }
        return known;
    }
}
