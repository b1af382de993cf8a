package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ruling 11: a note says what must be there; what a crash tore says nothing, and accuses nobody. */
class NotedEntryTest {
    private static final String SUBJECT = "0199e0a0-0000-7000-8000-000000000001";
    private static final String SEAL = "ab".repeat(32);
    private static final String LINE = SUBJECT + " 5 " + SEAL;

    @Test
    void a_whole_line_names_its_entry() {
        NotedEntry.Place place = new NotedEntry.Place(UUID.fromString(SUBJECT), 5);
        assertThat(NotedEntry.of(List.of(LINE))).singleElement().satisfies(e -> {
            assertThat(e.place()).isEqualTo(place);
            assertThat(e.stands(Map.of(place, HexFormat.of().parseHex(SEAL)))).isTrue();
            assertThat(e.stands(Map.of(place, new byte[32]))).isFalse();
            assertThat(e.stands(Map.of())).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40, 63, 64, 66, 90})
    void a_line_that_was_cut_names_none(int missing) {
        assertThat(NotedEntry.of(List.of(LINE.substring(0, LINE.length() - missing), LINE)))
                .hasSize(1);
    }

    @Test
    void a_line_that_another_ran_into_names_none() {
        assertThat(NotedEntry.of(List.of(LINE + SUBJECT + " 6 " + SEAL, "", "\u00ff" + LINE)))
                .isEmpty();
    }
}
