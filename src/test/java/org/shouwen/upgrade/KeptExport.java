package org.shouwen.upgrade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.postgresql.PGConnection;
import org.shouwen.embedded.EmbeddedPostgres;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a city's rows, keys, seals and papers into one archive that needs no particular version of PostgreSQL. */
final class KeptExport {
    static final String ARCHIVE = "city.tar.xz";
    static final String FACTS = "facts.json";

    private KeptExport() {}

    static void write(EmbeddedPostgres postgres, Path home, Path to, Map<String, Object> facts)
            throws IOException, SQLException {
        Files.createDirectories(to);
        Files.writeString(
                to.resolve(FACTS),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(facts) + "\n");
        try (OutputStream file = Files.newOutputStream(to.resolve(ARCHIVE));
                XZOutputStream packed = new XZOutputStream(file, new LZMA2Options(9));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, StandardCharsets.UTF_8.name());
                Connection db = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String table : list(db, TABLES)) {
                String columns = String.join(", ", list(db, COLUMNS, table));
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                rows.write((columns + "\n").getBytes(StandardCharsets.UTF_8));
                db.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy %s (%s) to stdout".formatted(table, columns), rows);
                put(tar, "tables/" + table, rows.toByteArray());
            }
            put(tar, "sequences", String.join("\n", list(db, SEQUENCES)).getBytes(StandardCharsets.UTF_8));
            for (String folder : List.of("keys", "seals", "papers", "editions"))
                folder(tar, home, home.resolve(folder));
        }
    }

    private static final String TABLES = """
        select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'flyway_schema_history' order by 1
        """;
    private static final String COLUMNS = """
        select quote_ident(attname) from pg_attribute
        where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
        """;
    private static final String SEQUENCES = """
        select format('%I.%I %s', schemaname, sequencename, last_value) from pg_sequences where last_value is not null
        """;

    private static List<String> list(Connection db, String sql, String... args) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) statement.setString(i + 1, args[i]);
            List<String> all = new ArrayList<>();
            ResultSet rs = statement.executeQuery();
            while (rs.next()) all.add(rs.getString(1));
            return all;
        }
    }

    private static void folder(TarArchiveOutputStream tar, Path home, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.walk(folder)) {
            for (Path f : files.filter(Files::isRegularFile).sorted().toList())
                put(tar, "home/" + home.relativize(f), Files.readAllBytes(f));
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
