package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.shouwen.embedded.EmbeddedPostgres;

/**
 * {@code bench upgrade --orders 1000000 [--at-once]}: a database as the last release left it, with so many orders, is
 * migrated by this build's start while writers go on; how long did one wait at most? {@code --at-once}: as the migrations'
 * files say, with nothing put off until after them.
 */
final class UpgradeBench {
    /** The migrations of the last release; the bench runs in a clone. */
    private static final Path RELEASED = Path.of("src/test/resources/upgrade/migrations.sha256");

    private static final int CHUNK = 50_000;

    private UpgradeBench() {}

    static int run(List<String> words, PrintStream out) throws Exception {
        int orders = Bench.number(words, "--orders", 1_000_000);
        Path home = Files.createTempDirectory("shouwen-bench");
        Path node = Files.createTempDirectory("shouwen-bench");
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of())) {
            asReleased(pg, home.resolve("migrations"));
            load(pg, orders);
            out.println("loaded %d orders: %s".formatted(orders, sizes(pg)));
            int port = Application.freePort();
            long from = System.nanoTime();
            Writers writers = new Writers(pg);
            Process process;
            try (writers) {
                process = Application.run(
                        node,
                        port,
                        Map.of(
                                "SHOUWEN_DB_URL", pg.jdbcUrl(),
                                "SHOUWEN_DB_USER", pg.user(),
                                "SHOUWEN_DB_PASSWORD", pg.password(),
                                "SHOUWEN_STARTER", "basics",
                                "SHOUWEN_LARGE_TABLE", words.contains("--at-once") ? "1000000000000000" : "16777216"),
                        "");
                Application.awaitUp(node, process, port);
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            Application.stop(process);
            writers.say(out);
            out.printf(
                    "{\"orders\":%d,\"atOnce\":%b,\"startSeconds\":%.1f,\"migrations\":%s,\"written\":%d,\"longestWaitMs\":%d,\"notDone\":%s}%n",
                    orders,
                    words.contains("--at-once"),
                    seconds,
                    one(pg, "select count(*) from flyway.flyway_schema_history where success"),
                    writers.written(),
                    writers.longestMillis(),
                    notDone(pg));
        } finally {
            for (Path each : List.of(home, node)) delete(each);
        }
        return 0;
    }

    private static String notDone(EmbeddedPostgres pg) throws SQLException {
        return one(pg, "select to_regclass('flyway.later') is not null").equals("t")
                ? one(pg, "select count(*) from flyway.later")
                : "0";
    }

    /** The schema as the release had it. */
    private static void asReleased(EmbeddedPostgres pg, Path then) throws IOException {
        for (String line : Files.readAllLines(RELEASED)) {
            String name = line.substring(66);
            Path file = then.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (var in = Objects.requireNonNull(UpgradeBench.class.getResourceAsStream("/db/migration/" + name))) {
                Files.copy(in, file);
            }
        }
        Flyway.configure()
                .dataSource(pg.jdbcUrl(), pg.user(), pg.password())
                .locations("filesystem:" + then)
                .defaultSchema("flyway")
                .createSchemas(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static void load(EmbeddedPostgres pg, long orders) throws Exception {
        try (Connection c = connect(pg);
                Statement s = c.createStatement()) {
            s.execute("""
                    insert into directory.unit (code, name, kind, head, leader_in_charge, desk, phone, active, version)
                    select 'unit-' || i, '单位' || i, 'COUNTY', '', '', '', '', true, 1 from generate_series(1, 40) i
                    """);
            for (long from = 0; from < orders; from += CHUNK) {
                Loader.chunk(s, from, Math.min(orders, from + CHUNK), orders, 50);
                s.execute("""
                        insert into messages.outbox (id, appellant, number, moment, args, text, created, state)
                        select uuidv7(), person, 'B' || i, 'taken', '[]', '您反映的问题已受理，编号B' || i, at, 'SENT'
                        from b, generate_series(1, 3)
                        """);
                s.execute("drop table b");
            }
            s.execute("vacuum analyze");
        }
    }

    private static String sizes(EmbeddedPostgres pg) throws SQLException {
        return one(
                pg,
                "select string_agg(relname || ' ' || pg_relation_size(c.oid) / 1048576 || ' MB', ', ' order by relname) from pg_class c"
                        + " where relkind = 'r' and pg_relation_size(c.oid) > 16777216");
    }

    static Connection connect(EmbeddedPostgres pg) throws SQLException {
        return DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
    }

    private static String one(EmbeddedPostgres pg, String sql) throws SQLException {
        try (Connection c = connect(pg);
                Statement s = c.createStatement();
                var rs = s.executeQuery(sql)) {
            rs.next();
            return String.valueOf(rs.getString(1));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
