package org.shouwen.rowsecurity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Applies the rules of all modules for tables and rows after each migration, in one transaction: {@code
 * db/rules/<module>.functions.sql}, then {@code db/rules/<module>.sql}, each in the order of names. Where neither a rule
 * nor a table has changed since, nothing is done and no lock is taken; nor where the two roles are missing. Where a later
 * version has migrated the database its rules stay: those of this version would leave its new tables without any.
 */
@Component
class RowRules implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(RowRules.class);

    /** Applied by a version that is later than this one. */
    private static final Set<MigrationState> UNKNOWN =
            Set.of(MigrationState.MISSING_SUCCESS, MigrationState.FUTURE_SUCCESS);

    private static final String OWN = "rowsecurity.sql";
    private static final String LAST = "rowsecurity.last.sql";
    private static final String FUNCTIONS = ".functions.sql";

    /** Tables and sequences as they are now; an index has no rights of its own. */
    private static final String TABLES = """
            select count(*) || ' ' || max(oid::bigint) from pg_class where relkind in ('r', 'S')
            and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
            """;

    private final Roles roles;
    private final List<String> scripts;
    private final String sum;

    RowRules(Roles roles) throws IOException {
        this.roles = roles;
        scripts = scripts().stream().map(roles::in).toList();
        CRC32 crc = new CRC32();
        scripts.forEach(s -> crc.update(s.getBytes(StandardCharsets.UTF_8)));
        sum = Long.toHexString(crc.getValue());
    }

    private static List<String> scripts() throws IOException {
        List<Resource> found = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:db/rules/*.sql"))
                .sorted(Comparator.comparing(RowRules::name))
                .toList();
        List<String> inOrder = new ArrayList<>();
        add(inOrder, found, OWN::equals);
        add(inOrder, found, name -> name.endsWith(FUNCTIONS));
        add(inOrder, found, name -> !name.endsWith(FUNCTIONS) && !name.equals(OWN) && !name.equals(LAST));
        add(inOrder, found, LAST::equals);
        return List.copyOf(inOrder);
    }

    private static void add(List<String> scripts, List<Resource> found, Predicate<String> which) throws IOException {
        for (Resource r : found) if (which.test(name(r))) scripts.add(r.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String name(Resource script) {
        return Objects.requireNonNull(script.getFilename());
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "row rules";
    }

    @Override
    public void handle(Event event, Context context) {
        String marked = context.getConfiguration().getDefaultSchema() + "."
                + context.getConfiguration().getTable();
        try (Statement sql = context.getConnection().createStatement()) {
            if (!one(sql, made()).equals("2")) return;
            if (applied(sql, marked)) return;
            sql.execute("select pg_advisory_xact_lock(hashtext('row rules'))"); // several nodes may start at once
            if (applied(sql, marked)) return;
            if (laterMigrated(context.getConfiguration())) {
                LOG.debug("A later version has migrated the database: its rules for rows stay");
                return;
            }
            TablesAtOnce.take(sql);
            apply(context.getConnection(), sql);
            sql.execute("comment on table " + marked + " is '" + stamp(sql) + "'");
        } catch (SQLException e) {
            throw new FlywayException("The rules for rows could not be applied: " + e.getMessage(), e);
        }
    }

    /** Asked under the lock: who migrates later than this answer applies its own rules after these. */
    private static boolean laterMigrated(Configuration flyway) {
        return Arrays.stream(new Flyway(flyway).info().applied()).anyMatch(m -> UNKNOWN.contains(m.getState()));
    }

    private String made() {
        return "select count(*) from pg_roles where rolname in ('%s', '%s')"
                .formatted(roles.application(), roles.unit());
    }

    private boolean applied(Statement sql, String marked) throws SQLException {
        return one(sql, "select obj_description('" + marked + "'::regclass)").equals(stamp(sql));
    }

    void apply(Connection connection, Statement sql) throws SQLException {
        if (connection.getAutoCommit()) throw new IllegalStateException("all rules change at once or none does");
        for (String script : scripts) sql.execute(script);
    }

    private String stamp(Statement sql) throws SQLException {
        return "rules " + sum + " " + one(sql, TABLES);
    }

    /** Empty for null. */
    static String one(Statement sql, String query) throws SQLException {
        try (ResultSet rs = sql.executeQuery(query)) {
            rs.next();
            return Objects.requireNonNullElse(rs.getString(1), "");
        }
    }
}
