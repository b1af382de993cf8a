package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One copy that is restored twice, and one archive: neither log stands in the way of the other, and each moment has its line. */
class TwoRestoresTest {
    @TempDir
    Path folder;

    private final List<EmbeddedPostgres> running = new ArrayList<>();

    @AfterEach
    void end() {
        running.forEach(EmbeddedPostgres::stop);
    }

    private String archive() {
        return folder.resolve("archive").toString();
    }

    private static String sql(EmbeddedPostgres database, String sql) throws SQLException {
        try (var db = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = db.createStatement()) {
            if (!statement.execute(sql)) return "";
            try (var rs = statement.getResultSet()) {
                rs.next();
                return rs.getString(1);
            }
        }
    }

    private static String work(EmbeddedPostgres database) throws SQLException {
        return sql(database, "select string_agg(what, ',' order by what) from work");
    }

    private EmbeddedPostgres serve(Path home) {
        EmbeddedPostgres database = EmbeddedPostgres.open(home, true, archive());
        running.add(database);
        return database;
    }

    /** Writes something, and waits until the archive has it. */
    private void write(EmbeddedPostgres database, String what) throws SQLException {
        sql(database, "insert into work values ('" + what + "')");
        String segment = sql(database, "select pg_walfile_name(pg_current_wal_lsn())");
        sql(database, "select pg_switch_wal()");
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve("archive/wal/" + segment + ".gz"))
                        && sql(
                                        database,
                                        "select count(*) from pg_ls_dir('pg_wal/archive_status') s(n) where n like '%.ready'")
                                .equals("0"));
    }

    private void stop(EmbeddedPostgres database) {
        database.stop();
        running.remove(database);
    }

    private static Instant now(EmbeddedPostgres database) throws SQLException {
        return Instant.parse(sql(
                database, "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private Path laid(Path copy, String name) throws IOException {
        Path home = folder.resolve(name);
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path f : all.toList()) {
                Path to = home.resolve(copy.relativize(f).toString());
                if (Files.isDirectory(f)) Files.createDirectories(to);
                else copy(f, to);
            }
        }
        Files.setPosixFilePermissions(home.resolve("postgres/data"), PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    private String restored(Path copy, String name, Recovery.Until until) throws Exception {
        Path home = laid(copy, name);
        Recovery.knowing(home, folder.resolve("archive"));
        EmbeddedPostgres database = Recovery.run(home, until);
        try {
            return work(database);
        } finally {
            database.stop();
        }
    }

    @Test
    void the_log_of_each_is_archived_and_a_moment_is_looked_for_where_it_was_lived() throws Exception {
        Path first = folder.resolve("first");
        EmbeddedPostgres database = serve(first);
        sql(database, "create table work (what text)");
        sql(database, "insert into work values ('a')");
        Path copy = folder.resolve("copy");
        BaseBackup.copy(database, copy.resolve("postgres/data"), "test", TwoRestoresTest::copy, () -> {});
        copy(first.resolve("postgres/password"), copy.resolve("postgres/password"));
        write(database, "b");
        Instant whileTheFirst = now(database);
        write(database, "c");
        stop(database);

        assertThat(restored(copy, "second", new Recovery.Until.EndOfBackup())).isEqualTo("a");
        database = serve(folder.resolve("second"));
        write(database, "d");
        Instant whileTheSecond = now(database);
        write(database, "e");
        stop(database);

        assertThat(restored(copy, "third", new Recovery.Until.EndOfBackup())).isEqualTo("a");
        database = serve(folder.resolve("third"));
        write(database, "f");
        stop(database);

        Path archive = folder.resolve("archive");
        assertThat(restored(copy, "newest", new Recovery.Until.Newest(archive))).isEqualTo("a,f");
        assertThat(restored(copy, "of-first", new Recovery.Until.Moment(archive, whileTheFirst)))
                .isEqualTo("a,b");
        assertThat(restored(copy, "of-second", new Recovery.Until.Moment(archive, whileTheSecond)))
                .isEqualTo("a,d");

        serve(folder.resolve("third"));
        stop(running.getLast());
        Path unknowing = laid(copy, "unknowing");
        Recovery.run(unknowing, new Recovery.Until.EndOfBackup()).stop();
        assertThatThrownBy(() -> EmbeddedPostgres.open(unknowing, true, archive()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("已有另一次恢复的日志")
                .hasMessageContaining("holds the log of another restore already");
        EmbeddedPostgres.open(
                        unknowing, true, folder.resolve("archive-of-its-own").toString())
                .stop();
    }
}
