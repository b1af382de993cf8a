package org.shouwen.channels.letters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads a picture of printed Chinese by the program {@code tesseract} (with {@code chi_sim}): one at a time, one thread, half a
 * minute at most. Where the program is not there, the clerk types.
 */
@Component
public class LetterReader {
    private static final Logger LOG = LoggerFactory.getLogger(LetterReader.class);
    private final String program;
    private final Duration most;
    private final Semaphore one = new Semaphore(1);

    LetterReader(
            @Value("${shouwen.letters.program:tesseract}") String program,
            @Value("${shouwen.letters.seconds:30}") int seconds) {
        this.program = program;
        this.most = Duration.ofSeconds(seconds);
    }

    /** The text, blanks between Chinese characters taken out; empty when it could not be read here. */
    public Optional<String> read(byte[] picture) {
        boolean mine = false;
        Path file = null;
        try {
            mine = one.tryAcquire(most.toSeconds(), TimeUnit.SECONDS);
            if (!mine) return Optional.empty();
            file = Files.createTempFile("letter", ".img");
            Files.write(file, picture);
            return run(file);
        } catch (IOException e) {
            LOG.warn(
                    "the program that reads letters can not be started: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (mine) one.release();
            delete(file);
        }
    }

    private Optional<String> run(Path file) throws IOException, InterruptedException {
        Path out = Files.createTempFile("letter", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            List.of(program, file.toString(), "-", "-l", "chi_sim", "--psm", "6"))
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            Process process = builder.start();
            if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            if (process.exitValue() != 0) return Optional.empty();
            return Optional.of(joined(new String(Files.readAllBytes(out), StandardCharsets.UTF_8)));
        } finally {
            delete(out);
        }
    }

    /** The program puts blanks between characters that belong together. */
    static String joined(String text) {
        return text.replace("\f", "")
                .replaceAll("(?<=[\\p{IsHan}，。、；：？！“”（）《》]) +(?=[\\p{IsHan}，。、；：？！“”（）《》\\d])", "")
                .replaceAll("(?<=\\d) +(?=\\p{IsHan})", "")
                .strip();
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        if (file == null) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a picture of a letter could not be deleted: {}", file);
        }
    }
}
