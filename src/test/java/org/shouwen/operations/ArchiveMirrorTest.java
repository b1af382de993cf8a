package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.embedded.WalArchive;
import org.shouwen.retention.ErasureLog;

/** What lies beside the archived log, once the home that is mirrored there was restored from before it. */
class ArchiveMirrorTest {
    private static final String FIRST = "2026-11-01T00:00:00Z appeal 01a1e4f0-0000-7000-8000-000000000001";
    private static final String SECOND = "2026-11-02T00:00:00Z appeal 01a1e4f0-0000-7000-8000-000000000002";
    private static final String THIRD = "2026-11-03T00:00:00Z appeal 01a1e4f0-0000-7000-8000-000000000003";

    @TempDir
    Path folder;

    private Path home;
    private Path archive;

    @BeforeEach
    void archived() {
        home = folder.resolve("home");
        archive = folder.resolve("archive");
        WalArchive.use(home, archive.toString());
    }

    private void mirrored(Path file, String... lines) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.write(home.resolve(file), List.of(lines));
        new ArchiveMirror(home).run();
    }

    @Test
    void whoever_was_forgotten_stays_on_the_list_when_an_older_backup_was_restored() throws Exception {
        mirrored(ErasureLog.FILE, FIRST, SECOND);
        mirrored(ErasureLog.FILE, FIRST);
        assertThat(archive.resolve(ErasureLog.FILE)).hasContent(FIRST + "\n" + SECOND);
        mirrored(ErasureLog.FILE, FIRST, THIRD);
        assertThat(Files.readAllLines(archive.resolve(ErasureLog.FILE))).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void seals_of_before_a_restore_are_put_beside_and_never_cut() throws Exception {
        Path seals = Path.of("seals", "seals.log");
        mirrored(seals, "1 a", "2 b");
        mirrored(seals, "1 a", "2 b", "3 c");
        assertThat(beside()).as("the list only grew").isEmpty();
        mirrored(seals, "1 a", "2 x");
        assertThat(archive.resolve(seals)).hasContent("1 a\n2 x");
        assertThat(beside()).singleElement().satisfies(f -> assertThat(f).hasContent("1 a\n2 b\n3 c"));
    }

    private List<Path> beside() throws IOException {
        try (Stream<Path> all = Files.list(archive.resolve("seals"))) {
            return all.filter(f -> f.getFileName().toString().startsWith("seals-before-restore-"))
                    .toList();
        }
    }
}
