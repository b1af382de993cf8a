package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home that another server has, whose database can't be seen: as from a second container on the same volume. */
class RunningElsewhereTest {
    @TempDir
    Path home;

    /** The other server: it has the folder until its input ends. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws Exception {
            try (HomeLock _ = HomeLock.take(Path.of(args[0]), 8890)) {
                System.out.println("has it");
                System.in.read();
            }
        }
    }

    private Path data() {
        return home.resolve("postgres/data");
    }

    @Test
    void no_second_database_is_made_or_started_on_what_lives_elsewhere() throws Exception {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Other.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("has it");
            assertThatThrownBy(() -> RunningElsewhere.refuse(home, data(), Duration.ZERO))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("docker exec");
            assertThatThrownBy(() -> HomeLock.take(home, 1)).isInstanceOf(CannotStart.class);
            assertThat(Files.exists(data())).isFalse();
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        assertThatCode(() -> RunningElsewhere.refuse(home, data(), Duration.ZERO))
                .as("once it has ended")
                .doesNotThrowAnyException();
    }

    @Test
    void one_s_own_server_starts_its_database_again_and_keeps_the_folder() throws Exception {
        try (HomeLock _ = HomeLock.take(home, 8890)) {
            assertThat(HomeLock.isHeldByAnother(home)).isFalse();
            assertThatCode(() -> RunningElsewhere.refuse(home, data(), Duration.ZERO))
                    .doesNotThrowAnyException();
        }
        assertThat(HomeLock.isHeldByAnother(home)).isFalse();
    }
}
