package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.blobs.SharedFolder;

/** Lines of seals say the same whether they lie in one machine's file or where nodes share them (ruling 11). */
class SealLinesTest {
    @TempDir
    Path folder;

    private SealLines at(String place) {
        return place.equals("file")
                ? new SealFile(folder)
                : new SealObjects(SharedFolder.of(folder), () -> Instant.EPOCH);
    }

    private static Sealing.Sealed seal(long no, int filled) {
        byte[] seal = new byte[32];
        seal[0] = (byte) filled;
        return new Sealing.Sealed(no, no * 100, 100, new byte[32], seal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "objects"})
    void a_line_is_kept_once_however_often_it_is_said(String place) {
        SealLines lines = at(place);
        for (long no = 1; no <= 12; no++) {
            lines.keep(seal(no, 7));
            at(place).keep(seal(no, 7)); // by another node, or after a start
        }
        assertThat(lines.all())
                .hasSize(12)
                .startsWith(seal(1, 7).line())
                .endsWith(seal(12, 7).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "objects"})
    void another_line_of_the_same_number_never_takes_the_place_of_the_first(String place) {
        SealLines lines = at(place);
        lines.keep(seal(1, 7));
        lines.keep(seal(1, 8));
        assertThat(lines.all())
                .containsExactlyInAnyOrder(seal(1, 7).line(), seal(1, 8).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "objects"})
    void lines_of_after_a_restore_are_put_aside_and_others_that_differ_are_not(String place) {
        SealLines lines = at(place);
        for (long no = 1; no <= 4; no++) lines.keep(seal(no, 7));
        lines.putAside(later(lines), 2);
        assertThat(later(lines)).isEmpty();
        assertThat(lines.all()).containsExactly(seal(1, 7).line(), seal(2, 7).line());
    }

    @Test
    void lines_of_after_a_restore_are_put_aside_also_of_what_a_machine_kept_alone() {
        SealObjects shared = (SealObjects) at("objects");
        shared.takeOver(List.of(seal(1, 7).line(), seal(2, 7).line(), seal(3, 7).line()));
        shared.keep(seal(4, 7));
        shared.putAside(later(shared), 2);
        assertThat(shared.all()).containsExactly(seal(1, 7).line(), seal(2, 7).line());
        assertThat(SharedFolder.of(folder).names("seals/after-2/")).hasSize(2);
    }

    @Test
    void a_second_restore_behind_the_same_seal_destroys_nothing_of_what_the_first_put_aside() throws IOException {
        SealLines lines = at("file");
        for (long no = 1; no <= 3; no++) lines.keep(seal(no, 7));
        lines.putAside(later(lines), 2);
        lines.keep(seal(3, 8));
        lines.putAside(later(lines), 2);
        assertThat(Files.readAllLines(folder.resolve("seals/seals-after-2.log")))
                .containsExactly(seal(3, 7).line(), seal(3, 8).line());
    }

    /** Where the database holds two seals, the second another than was noted. */
    private static List<String> later(SealLines lines) {
        Set<String> stands = Set.of(seal(1, 7).line(), seal(2, 9).line());
        return lines.all().stream()
                .filter(line -> SealLines.later(line, stands, 2))
                .toList();
    }

    @Test
    void a_line_torn_by_a_crash_is_not_run_together_with_the_next() throws IOException {
        Path log = Files.createDirectories(folder.resolve("seals")).resolve("seals.log");
        Files.writeString(log, seal(1, 7).line() + "\n2 20", StandardCharsets.US_ASCII);
        at("file").keep(seal(2, 7));
        assertThat(at("file").all())
                .containsExactly(seal(1, 7).line(), "2 20", seal(2, 7).line());
    }

    @Test
    void what_a_machine_kept_alone_is_taken_over_when_it_shares() {
        SealLines own = at("file");
        own.keep(seal(1, 7));
        own.keep(seal(2, 7));
        SealObjects shared = (SealObjects) at("objects");
        shared.takeOver(own.all());
        shared.keep(seal(2, 7));
        shared.keep(seal(3, 7));
        assertThat(Set.copyOf(shared.all()))
                .isEqualTo(Set.copyOf(
                        List.of(seal(1, 7).line(), seal(2, 7).line(), seal(3, 7).line())));
    }
}
