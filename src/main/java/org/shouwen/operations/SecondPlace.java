package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.shouwen.blobs.NamedStore;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.embedded.BaseBackup;
import org.shouwen.embedded.EmbeddedPostgres;

/** A home beside the real one, on which something is tried: nobody is served there, and no message leaves. */
record SecondPlace(Path home) {
    /** What {@code verify} reads beside the database; attachments are never written to, so a second name is enough. */
    private static final List<String> BESIDE = List.of("keys", "erasures", "editions", "papers");

    /** Copies a running home as it is at one moment; its database has still to be recovered. */
    void copy(Path real, EmbeddedPostgres database) throws IOException {
        BaseBackup.copy(
                database,
                home.resolve("postgres/data"),
                "shouwen rehearsal",
                SecondPlace::file,
                () -> { // of before the moment: what they say must be there is there
                    folder(real, "seals");
                    shared("seals/");
                });
        file(real.resolve("postgres/password"), home.resolve("postgres/password"));
        beside(real);
    }

    /** Copies what lies beside the database. */
    void beside(Path real) throws IOException {
        for (String name : BESIDE) folder(real, name);
        shared("erasures/");
    }

    /** What is small of the place that nodes share, into a folder that stands for it here. */
    void shared(String prefix) throws IOException {
        SharedObjects objects =
                NamedStore.of(name -> BackupCommand.environment(name, "")).orElse(null);
        if (objects == null) return;
        for (String name : objects.names(prefix)) {
            Path to = home.resolve(StoreCopy.FOLDER).resolve(name);
            Files.createDirectories(to.getParent());
            try {
                Files.write(to, objects.get(name));
            } catch (NoSuchElementException sealedMeanwhile) {
                Files.deleteIfExists(to);
            }
        }
    }

    private void folder(Path real, String name) throws IOException {
        for (Path file : Backup.regular(real.resolve(name))) {
            Path to = home.resolve(real.relativize(file).toString());
            try {
                if (name.equals("papers") && !Files.exists(to)) linked(file, to);
                else file(file, to);
            } catch (NoSuchFileException goneMeanwhile) {
                Files.deleteIfExists(to);
            }
        }
    }

    private static void linked(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            Files.createLink(to, from);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException anotherDisk) {
            file(from, to);
        }
    }

    private static void file(Path from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(
                from,
                to,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    /**
     * Starts this build there as the command {@code verify}: it migrates, then holds every row and entry against its seal.
     *
     * @param more variables of its environment
     * @return its exit status
     */
    int verify(Map<String, String> more, PrintStream out) throws IOException {
        ProcessBuilder verify = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.shouwen.Shouwen",
                "verify");
        verify.environment().put("SHOUWEN_HOME", home.toString());
        verify.environment().put("SHOUWEN_STARTER", "none");
        verify.environment().remove("SHOUWEN_DB_URL");
        // never the one that the product writes to: what is tried here would put its seals beside the real ones
        verify.environment().remove("SHOUWEN_STORE");
        if (Files.isDirectory(home.resolve(StoreCopy.FOLDER)))
            verify.environment()
                    .put("SHOUWEN_STORE", home.resolve(StoreCopy.FOLDER).toString());
        verify.environment().putAll(more);
        Process process = verify.redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) if (!line.contains("verify ")) out.println("  " + line);
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
