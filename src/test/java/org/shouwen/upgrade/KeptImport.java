package org.shouwen.upgrade;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.tukaani.xz.XZInputStream;

/** Puts what a released version left behind into the test's database and folder, before the program starts on it. */
@Order(Ordered.LOWEST_PRECEDENCE) // after the database is there
public final class KeptImport implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String RELEASE = "/upgrade/0.1.0/";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment e = context.getEnvironment();
        String url = e.getRequiredProperty("spring.datasource.url");
        String user = e.getRequiredProperty("spring.datasource.username");
        String password = e.getRequiredProperty("spring.datasource.password");
        lay(url, user, password, Path.of(e.getRequiredProperty("shouwen.home")));
    }

    /** Lays the release's rows into an empty database, and what lies beside it into the home. */
    static void lay(String url, String user, String password, Path home) {
        try (Connection db = DriverManager.getConnection(url, user, password)) {
            schema(url, user, password, home);
            load(db, unpacked(home));
            asIfStoppedJustNow(db);
        } catch (IOException | SQLException x) {
            throw new IllegalStateException(x);
        }
    }

    /** The schema as the release had it: its migrations and no later ones. */
    private static void schema(String url, String user, String password, Path home) throws IOException {
        Path then = home.resolve("migrations-then");
        for (String name : Migrations.pinned().keySet()) {
            Path file = then.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, Migrations.bytes(name));
        }
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("filesystem:" + then)
                .defaultSchema("flyway")
                .createSchemas(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** @return tables and sequences; keys, seals and papers are laid into the home */
    private static Map<String, byte[]> unpacked(Path home) throws IOException {
        Map<String, byte[]> database = new LinkedHashMap<>();
        try (InputStream file = KeptImport.class.getResourceAsStream(RELEASE + KeptExport.ARCHIVE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                byte[] bytes = tar.readAllBytes();
                if (!entry.getName().startsWith("home/")) database.put(entry.getName(), bytes);
                else {
                    Path to = home.resolve(entry.getName().substring("home/".length()));
                    Files.createDirectories(to.getParent());
                    Files.write(to, bytes);
                }
            }
        }
        return database;
    }

    private static void load(Connection db, Map<String, byte[]> files) throws SQLException, IOException {
        List<String> tables = new ArrayList<>();
        for (String name : files.keySet())
            if (name.startsWith("tables/")) tables.add(name.substring("tables/".length()));
        try (var statement = db.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no triggers: the rows are taken as they were
            statement.execute("truncate " + String.join(", ", tables));
            for (String table : tables) {
                byte[] rows = files.get("tables/" + table);
                int head = 0;
                while (rows[head] != '\n') head++;
                String columns = new String(rows, 0, head, StandardCharsets.UTF_8);
                db.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin".formatted(table, columns),
                                new ByteArrayInputStream(rows, head + 1, rows.length - head - 1));
            }
            for (String line : new String(files.get("sequences"), StandardCharsets.UTF_8).split("\n")) {
                String[] sequence = line.split(" ");
                statement.execute("select setval('%s', %s)".formatted(sequence[0], sequence[1]));
            }
            statement.execute("set session_replication_role = origin");
        }
    }

    /** Sessions know the machine's own time: they were used a moment ago, whenever the test runs. */
    private static void asIfStoppedJustNow(Connection db) throws SQLException, IOException {
        long now = System.currentTimeMillis();
        ByteArrayOutputStream worked = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(worked)) {
            out.writeObject(now);
        }
        try (var sessions = db.prepareStatement("""
            update accounts.spring_session set creation_time = ?, last_access_time = ?,
                expiry_time = ? + max_inactive_interval * 1000
            """);
                var attributes = db.prepareStatement(
                        "update accounts.spring_session_attributes set attribute_bytes = ? where attribute_name ="
                                + " 'workedAt'")) {
            sessions.setLong(1, now - 60_000);
            sessions.setLong(2, now);
            sessions.setLong(3, now);
            sessions.executeUpdate();
            attributes.setBytes(1, worked.toByteArray());
            attributes.executeUpdate();
        }
    }
}
