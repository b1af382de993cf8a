package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.blobs.SharedFolder;
import org.shouwen.blobs.SharedObjects;

/** Lines of seals that were brought are never fewer afterwards, whatever else is brought. */
class BroughtSealsTest {
    private static final String BROUGHT = "seals/before/1-a.log";

    @TempDir
    Path folder;

    private BroughtFiles bring(SharedObjects to, String... lines) throws Exception {
        Path home = Files.createTempDirectory(folder, "home");
        Files.createDirectories(home.resolve("seals"));
        Files.write(home.resolve("seals/seals.log"), List.of(lines));
        BroughtFiles brought = new BroughtFiles(to);
        brought.bring(home);
        return brought;
    }

    @Test
    void a_file_that_has_grown_replaces_an_earlier_state_does_not_and_another_is_named() throws Exception {
        SharedObjects to = SharedFolder.of(folder.resolve("shared"));
        assertThat(bring(to, "1 a", "2 b").others).isEqualTo(2);
        assertThat(bring(to, "1 a", "2 b", "3 c").others).isEqualTo(3);
        BroughtFiles earlier = bring(to, "1 a");
        assertThat(List.of(earlier.there, earlier.others)).containsExactly(1, 0);
        BroughtFiles other = bring(to, "1 a", "2 x", "3 c", "4 d");
        assertThat(other.damaged).singleElement().satisfies(f -> assertThat(f).hasFileName("seals.log"));
        assertThat(new String(to.get(BROUGHT), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("1 a\n2 b\n3 c\n");
    }
}
