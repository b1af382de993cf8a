package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server said when it did not start reaches the person, and what was said before does not. */
class ServerLogTest {
    private static final String OLD = "2026-11-29 12:00:00.000 CST [7] FATAL:  the database system is shutting down\n";
    private static final String NEW = """
            2026-11-29 12:31:44.523 CST [29576] FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use
            2026-11-29 12:31:44.523 CST [29576] HINT:  Terminate any old server processes associated with data directory "/d".
            2026-11-29 12:31:44.523 CST [29576] LOG:  database system is shut down
            """;

    @TempDir
    Path folder;

    @Test
    void the_reason_is_what_this_start_said() throws Exception {
        Path log = Files.writeString(folder.resolve("postgres.log"), OLD + NEW);
        String reason = ServerLog.reason(log, OLD.length());
        assertThat(reason)
                .isEqualTo("pre-existing shared memory block (key 1, ID 2) is still in use"
                        + " Terminate any old server processes associated with data directory \"/d\".");
        assertThat(ServerLog.othersEnding(reason)).isTrue();
        assertThat(ServerLog.othersEnding("lock file \"postmaster.pid\" already exists"))
                .isTrue();
        assertThat(ServerLog.othersEnding("could not create any TCP/IP sockets"))
                .isFalse();
    }

    @Test
    void a_log_that_is_not_there_says_nothing() {
        assertThat(ServerLog.reason(folder.resolve("none"), 0)).isEmpty();
    }
}
