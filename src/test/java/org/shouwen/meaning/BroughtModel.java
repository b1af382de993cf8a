package org.shouwen.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The real model, where Maven has its files on this machine: brought from there once, as a city would bring it. */
public final class BroughtModel {
    private static final Path REPOSITORY = Path.of(System.getProperty("user.home"), ".m2", "repository");

    private BroughtModel() {}

    public static boolean isThere() {
        return ModelPart.all().stream().allMatch(p -> Files.isRegularFile(REPOSITORY.resolve(p.path())));
    }

    public static void assumed() {
        assumeThat(isThere())
                .as(
                        "the model's two files are not in %s: mvn dependency:get -Dartifact=… of %s",
                        REPOSITORY, ModelPart.all())
                .isTrue();
    }

    static MeaningFolder into(Path home) throws IOException {
        MeaningFolder folder = MeaningFolder.under(home);
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
        assertThat(MeaningCommand.bring(folder, REPOSITORY.toString(), quiet, quiet))
                .isZero();
        return folder;
    }

    /** The application's embedder with the model in this home; returns when it is ready. */
    public static void keep(Embedder embedder, Path home) throws IOException {
        embedder.keep(into(home));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(embedder::ready);
    }

    public static void end(Embedder embedder) {
        embedder.end();
    }

    /** Stops the process in the middle of what it does, so that it answers nothing and does not end. */
    public static void silence(Embedder embedder, boolean silent) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", silent ? "-STOP" : "-CONT", Long.toString(embedder.pid()))
                        .start()
                        .waitFor())
                .isZero();
        // each of its threads has to see it
        Path stat = Path.of("/proc", Long.toString(embedder.pid()), "stat");
        Awaitility.await().until(() -> Files.readString(stat).contains(") T ") == silent);
    }

    public static void kill(Embedder embedder) {
        ProcessHandle.of(embedder.pid()).orElseThrow().destroyForcibly();
    }
}
