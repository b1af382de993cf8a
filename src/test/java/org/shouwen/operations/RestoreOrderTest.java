package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A restore that breaks off while its parts are moved into place leaves nothing that would serve people as if it were whole. */
class RestoreOrderTest {
    @Test
    void the_mark_that_it_was_restored_comes_first_and_the_database_last() {
        assertThat(Stream.of("postgres", "keys", AfterRestore.MARK, "papers")
                        .map(Path::of)
                        .sorted(Comparator.comparingInt(Restore::order)))
                .startsWith(Path.of(AfterRestore.MARK))
                .endsWith(Path.of("postgres"));
    }
}
