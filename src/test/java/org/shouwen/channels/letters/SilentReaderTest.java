package org.shouwen.channels.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that reads letters and never ends, or fails, leaves the typing to the clerk. */
class SilentReaderTest {
    @TempDir
    Path folder;

    private LetterReader program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("reader"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new LetterReader(file.toString(), 1);
    }

    @Test
    void one_that_never_ends_is_ended() throws Exception {
        long from = System.nanoTime();
        assertThat(program("exec tail -f /dev/null").read(new byte[] {1})).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void one_that_fails_reads_nothing() throws Exception {
        assertThat(program("echo half; exit 3").read(new byte[] {1})).isEmpty();
    }
}
