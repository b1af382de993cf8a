package org.shouwen.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Blobs in the folder {@code papers} under {@code SHOUWEN_HOME}, each in a file {@code <first two digits>/<SHA-256>}.
 * The time of a file's last change is when the blob was last put.
 */
class FolderBlobStore implements BlobStore {
    /** Ends the name of a file that is about to be destroyed. */
    private static final String ASIDE = ".gone";

    private final Path folder;
    private final InstantSource clock;

    FolderBlobStore(Path home, InstantSource clock) {
        this.folder = home.resolve("papers");
        this.clock = clock;
    }

    @Override
    public String put(byte[] bytes) {
        String sha256 = Sha256.of(bytes);
        Path file = file(sha256);
        try {
            if (touched(file)) return sha256;
            Durable.put(file, bytes, clock.instant());
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] get(String sha256) {
        try {
            byte[] bytes = Files.readAllBytes(file(sha256));
            if (!Sha256.of(bytes).equals(sha256)) throw new IllegalStateException("a paper was changed: " + sha256);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new NoSuchElementException("no such blob: " + sha256, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void sweep(Duration age, Predicate<String> referred) {
        for (Path file : lyingFor(age)) {
            String name = String.valueOf(file.getFileName());
            try {
                if (referred.test(name.replace(ASIDE, ""))) putBack(file);
                else removeLying(file, age);
            } catch (NoSuchFileException takenAwayMeanwhile) {
                // gone, as it should be
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether it is there; it counts as new from now on. */
    private boolean touched(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Files that were put last before so long, also unfinished ones. */
    private List<Path> lyingFor(Duration age) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> lies(f, age)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean lies(Path file, Duration age) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(age));
        } catch (IOException e) {
            return false; // taken away meanwhile
        }
    }

    /** Moves the file aside first: who puts the same bytes meanwhile either touched it before or writes it anew. */
    private void removeLying(Path file, Duration age) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        if (lies(aside, age)) Files.delete(aside);
        else Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Restores a blob that a breakdown left aside although something refers to it. */
    private static void putBack(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ASIDE)) Files.move(file, file.resolveSibling(name.replace(ASIDE, "")));
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
