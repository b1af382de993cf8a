package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.RealProcesses;

/** A real product that archives its log, and the folders to which it is backed up. */
abstract class BackedUpHome extends RealProcesses {
    protected Path place() {
        return folder.resolve("backups");
    }

    protected Path keys() {
        return folder.resolve("keys-apart");
    }

    protected Path archive() {
        return folder.resolve("archive");
    }

    @Override
    protected Map<String, String> surroundings() {
        return Map.of("SHOUWEN_ARCHIVE", archive().toString());
    }

    protected int command(Path home, String... words) throws Exception {
        Process process = launch(home, port, asWhom(), words);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        said = output(process);
        return process.exitValue();
    }

    protected String said = "";

    protected Path backUp() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, Map.of())) {
            return new Backup(home, place(), false, keys(), null)
                    .of(database, InstantSource.system().instant());
        }
    }

    protected Instant moment() throws Exception {
        return Instant.parse(
                sql(home, "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    protected static String sql(Path home, String sql) throws Exception {
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
                var db = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
                var rs = db.createStatement().executeQuery(sql)) {
            rs.next();
            return rs.getString(1);
        }
    }

    protected static long known(Path home, List<String> numbers) throws Exception {
        String listed = String.join("','", numbers);
        return Long.parseLong(sql(home, "select count(*) from intake.appeal where number in ('" + listed + "')"));
    }

    protected static boolean mounted(Path at) throws InterruptedException {
        try {
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", at.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
