package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on backups, its chapter on a city's own PostgreSQL, done with a real pgBackRest and PostgreSQL 15. */
class OwnDatabaseBackupTest {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir
    Path folder;

    private int port;
    private Path data;

    @BeforeEach
    void aServerThatArchives() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/pgbackrest")) && Files.isExecutable(BIN.resolve("initdb")))
                .as("pgbackrest and postgresql-15 are installed")
                .isTrue();
        assumeThat("root".equals(System.getProperty("user.name")))
                .as("may act as postgres")
                .isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        data = folder.resolve("pg");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        run(BIN.resolve("initdb").toString(), "-D", data.toString(), "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        Files.writeString(folder.resolve("pgbackrest.conf"), """
                [global]
                repo1-path=%1$s/repo
                log-path=%1$s/log
                lock-path=%1$s/lock
                spool-path=%1$s/spool
                [shouwen]
                pg1-path=%1$s/pg
                pg1-port=%2$d
                pg1-socket-path=%1$s
                """.formatted(folder, port));
        Files.writeString(data.resolve("postgresql.auto.conf"), """
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = '%s'
                archive_mode = on
                archive_command = 'pgbackrest --config=%s/pgbackrest.conf --stanza=shouwen archive-push %%p'
                """.formatted(port, folder, folder));
        start();
        rest("stanza-create");
        sql("create table work (what text)");
        sql("create role hotline login");
        sql("grant select on work to hotline");
        sql("grant execute on function pg_create_restore_point to hotline");
    }

    @AfterEach
    void stop() throws Exception {
        if (data != null && Files.exists(data.resolve("postmaster.pid")))
            run(BIN.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    private void start() throws Exception {
        run(
                BIN.resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-l",
                folder.resolve("pg.log").toString(),
                "-w",
                "start");
    }

    private void rest(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("pgbackrest", "--config=" + folder.resolve("pgbackrest.conf"), "--stanza=shouwen"));
        command.addAll(List.of(words));
        run(command.toArray(String[]::new));
    }

    private void run(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        command.addAll(List.of(words));
        Path log = Files.createTempFile("own", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void sql(String sql) throws SQLException {
        try (var db = DriverManager.getConnection(url(), "postgres", "");
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> work() throws SQLException {
        try (var db = DriverManager.getConnection(url(), "postgres", "");
                var rs = db.createStatement().executeQuery("select what from work order by 1")) {
            List<String> all = new ArrayList<>();
            while (rs.next()) all.add(rs.getString(1));
            return all;
        }
    }

    @Test
    void the_database_comes_back_as_of_the_moment_at_which_the_rest_was_copied() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/history.key"), Base64.getEncoder().encodeToString(new byte[32]));
        Files.createDirectories(home.resolve("seals"));
        Files.writeString(home.resolve("seals/seals.log"), "1 1 1 00\n", StandardCharsets.US_ASCII);
        rest("backup", "--type=full");
        sql("insert into work values ('before')");

        OwnDatabase database = new OwnDatabase(url(), "hotline", "");
        Path made = new Backup(home, folder.resolve("backups"), true, null, null)
                .beside(database, Instant.parse("2026-11-28T19:00:00Z"));
        String point = Manifest.read(made, org.shouwen.keys.Keys.of(home)).start();

        sql("insert into work values ('after')");
        rest("check"); // waits until the log is archived
        stop();
        for (Path f : Backup.regular(data)) Files.deleteIfExists(f);
        BackupFolder.delete(data);
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.setOwner(
                data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        rest("restore", "--type=name", "--target=" + point, "--target-action=promote");
        start();
        assertThat(work()).containsExactly("before");

        Path second = folder.resolve("second");
        RestoredHome restored = new Restore(made, second).run(RestoreWish.AS_IT_WAS, Instant.EPOCH);
        assertThat(restored.manifest().database()).isEqualTo(Manifest.Database.OWN);
        assertThat(restored.counted(
                                new OwnDatabase(url(), "hotline", "").counts().rows())
                        .miscounted())
                .isEmpty();
        assertThat(restored.manifest().counts()).containsKey("public.work");
        assertThat(second.resolve("seals/seals.log")).hasContent("1 1 1 00");
        assertThat(second.resolve("keys/history.key")).exists();
        assertThat(second.resolve("postgres")).doesNotExist();
    }
}
