package org.shouwen.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs somebody else's program to its end. */
final class OtherProcess {
    private OtherProcess() {}

    /** @param code -1 where it did not end in time */
    record Ran(int code, String said) {}

    static Ran run(Path in, int seconds, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(in, "said", ".log");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        return new Ran(ended ? process.exitValue() : -1, Files.readString(said));
    }
}
