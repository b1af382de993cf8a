package org.shouwen.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder keeps the contract, and mends what a breakdown leaves behind. */
class FolderBlobStoreTest extends BlobStoreContract {
    private static final Instant NOW = Instant.parse("2026-09-30T02:00:00Z");
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path home;

    @Override
    BlobStore create(InstantSource clock) {
        return new FolderBlobStore(home, clock);
    }

    @Override
    void damage(String sha256) throws IOException {
        Path file = file(sha256);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes);
    }

    /** Backups and older releases know the files by these names. */
    private Path file(String sha256) {
        return home.resolve("papers").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(3))));
    }

    @Test
    void one_file_stands_under_the_name_that_backups_know() throws IOException {
        BlobStore blobs = create(() -> NOW);
        blobs.put(BYTES);
        String sha256 = blobs.put(BYTES);
        assertThat(files()).containsExactly(file(sha256));
    }

    @Test
    void a_file_half_written_is_destroyed_after_the_age_and_not_before() throws IOException {
        BlobStore blobs = create(() -> NOW);
        Path half = file(blobs.put(BYTES)).resolveSibling("new123.part");
        Files.write(half, BYTES);
        Files.setLastModifiedTime(half, FileTime.from(NOW));
        blobs.sweep(Duration.ofDays(1), Sha256.of(BYTES)::equals);
        assertThat(half).exists();
        old(half);
        blobs.sweep(Duration.ofDays(1), Sha256.of(BYTES)::equals);
        assertThat(half).doesNotExist();
        assertThat(blobs.get(Sha256.of(BYTES))).isEqualTo(BYTES);
    }

    @Test
    void what_a_breakdown_left_aside_comes_back_if_it_is_referred_to_and_goes_if_not() throws IOException {
        BlobStore blobs = create(() -> NOW);
        Path file = file(blobs.put(BYTES));
        Path aside = file.resolveSibling(file.getFileName() + ".gone");
        Files.move(file, aside);
        old(aside);
        blobs.sweep(Duration.ofDays(1), Sha256.of(BYTES)::equals);
        assertThat(blobs.get(Sha256.of(BYTES))).isEqualTo(BYTES);
        Files.move(file, aside);
        old(aside);
        blobs.sweep(Duration.ofDays(1), _ -> false);
        assertThat(files()).isEmpty();
    }
}
