package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.embedded.EmbeddedPostgres;

/** Where a drill lays a whole city: nobody else reads it, and it does not stay. */
class TemporaryPlaceTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private void clear() throws IOException {
        TemporaryPlace.clearLeft(folder, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private Path left(String name) throws IOException {
        Path left = Files.createDirectories(folder.resolve(name));
        Files.createFile(left.resolve("lock"));
        Files.createDirectories(left.resolve("home/keys"));
        Files.writeString(left.resolve("home/keys/identity.key"), "secret");
        return left;
    }

    @Test
    void what_a_killed_drill_left_goes_and_what_is_at_work_stays() throws Exception {
        Path left = left("shouwen-drill-4711");
        Path others = left("of-somebody");
        try (TemporaryPlace atWork = TemporaryPlace.make(folder, "drill")) {
            Path mine = Objects.requireNonNull(atWork.home().getParent());
            assertThat(mine.getFileName().toString()).startsWith("shouwen-drill-");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
                    .isEqualTo("rwx------");
            clear();
            assertThat(left).doesNotExist();
            assertThat(mine).exists();
            assertThat(others).exists();
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(left.toString());
        try (var all = Files.list(folder)) {
            assertThat(all).as("it took itself away").containsExactly(others);
        }
    }

    /** One that ended and was not buried yet has no words any more. */
    private static boolean runs(long server) throws IOException {
        Path words = Path.of("/proc", Long.toString(server), "cmdline");
        return Files.exists(words) && Files.readString(words).contains("postgres");
    }

    @Test
    void a_database_that_a_killed_drill_left_running_is_ended_first() throws Exception {
        Path left = left("shouwen-drill-4712");
        EmbeddedPostgres.start(left.resolve("home"), Map.of());
        Path pid = left.resolve("home/postgres/data/postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
        assertThat(runs(server)).isTrue();
        clear();
        assertThat(runs(server)).isFalse();
        assertThat(left).doesNotExist();
    }

    @Test
    void a_named_folder_goes_only_when_the_command_filled_it() throws Exception {
        Path named = left("named");
        TemporaryPlace.named(named).close();
        assertThat(named.resolve("home/keys/identity.key")).exists();
        TemporaryPlace filled = TemporaryPlace.named(named);
        filled.filled();
        filled.close();
        assertThat(named).doesNotExist();
    }
}
