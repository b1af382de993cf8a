package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredFormatTest {
    record Then(String number, Instant at, @Nullable String note) {}

    /** The same record two releases later. */
    record Now(
            String number,
            Instant at,
            @Nullable String note,
            boolean urgent,
            int times,
            @Nullable UUID by,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String words,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> papers) {}

    record Renamed(String name, Instant at) {}

    record Versioned(int v) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes(@JsonSubTypes.Type(value = Named.Opened.class, name = "OpenedOnce"))
    sealed interface Named {
        record Opened() implements Named {}
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes(@JsonSubTypes.Type(value = Half.One.class, name = "One"))
    sealed interface Half {
        record One() implements Half {}

        record Other() implements Half {}
    }

    private static final Instant AT = Instant.parse("2026-09-30T02:00:00Z");
    private static final StoredFormat<Then> THEN = StoredFormat.of(Then.class);
    private static final StoredFormat<Now> NOW = StoredFormat.of(Now.class);

    private static List<String> compare(VerifiableRows.Row row, String body) {
        return row.compare()
                .apply(List.of(new Recorded(new Subject("x", row.id()), 1, AT, Actor.SYSTEM, "Changed", body)));
    }

    @Test
    void what_is_written_says_its_version_and_what_says_none_has_the_first() {
        Then value = new Then("1", AT, null);
        assertThat(THEN.write(value))
                .isEqualTo("{\"number\":\"1\",\"at\":\"2026-09-30T02:00:00Z\",\"note\":null,\"v\":1}");
        assertThat(THEN.read("{\"number\":\"1\",\"at\":\"2026-09-30T02:00:00Z\",\"note\":null}"))
                .isEqualTo(value);
        assertThat(THEN.read(THEN.write(value))).isEqualTo(value);
    }

    @Test
    void a_component_that_was_added_since_reads_as_its_default_and_the_row_is_still_what_was_written() {
        String before = THEN.write(new Then("1", AT, null));
        Now now = new Now("1", AT, null, false, 0, null, "", List.of());
        assertThat(NOW.read(before)).isEqualTo(now);
        assertThat(compare(VerifiableRows.Row.asLastWritten(UUID.randomUUID(), now, NOW), before))
                .isEmpty();
    }

    @Test
    void a_row_that_is_not_what_was_written_still_shows() {
        String before = THEN.write(new Then("1", AT, null));
        for (Now other : List.of(
                new Now("2", AT, null, false, 0, null, "", List.of()),
                new Now("1", AT, null, true, 0, null, "", List.of()),
                new Now("1", AT, null, false, 0, null, "x", List.of())))
            assertThat(compare(VerifiableRows.Row.asLastWritten(UUID.randomUUID(), other, NOW), before))
                    .isNotEmpty();
    }

    @Test
    void a_component_that_is_renamed_takes_a_new_version_and_a_step() {
        StoredFormat<Renamed> second = StoredFormat.of(Renamed.class).then(json -> {
            json.set("name", json.get("number"));
            return json;
        });
        Renamed value = new Renamed("1", AT);
        assertThat(second.read(THEN.write(new Then("1", AT, null)))).isEqualTo(value);
        assertThat(second.write(value)).endsWith(",\"v\":2}");
        assertThat(second.read(second.write(value))).isEqualTo(value);
    }

    @Test
    void what_a_later_program_wrote_is_not_read_as_something_else() {
        assertThatThrownBy(() -> THEN.read("{\"number\":\"1\",\"at\":\"2026-09-30T02:00:00Z\",\"note\":null,\"v\":2}"))
                .hasMessageContaining("later version");
    }

    @Test
    void a_text_that_looks_like_a_version_is_none() {
        Then value = new Then("1", AT, "x\",\"v\":1}");
        String old = "{\"number\":\"1\",\"at\":\"2026-09-30T02:00:00Z\",\"note\":\"x\\\",\\\"v\\\":1}\"}";
        assertThat(THEN.read(old)).isEqualTo(value);
        assertThat(StoredFormat.versioned(old)).endsWith("\",\"v\":1}");
    }

    @Test
    void events_have_the_names_that_are_written_down_and_not_those_of_their_classes() {
        StoredFormat<Named> format = StoredFormat.of(Named.class);
        assertThat(format.name(new Named.Opened())).isEqualTo("OpenedOnce");
        assertThat(format.write(new Named.Opened())).isEqualTo("{\"event\":\"OpenedOnce\",\"v\":1}");
        assertThatThrownBy(() -> StoredFormat.of(Half.class)).hasMessageContaining("Other has no name");
        assertThatThrownBy(() -> StoredFormat.of(Versioned.class)).hasMessageContaining("called v");
    }

    @Test
    void a_body_without_a_version_gets_the_first() {
        assertThat(StoredFormat.versioned("{}")).isEqualTo("{\"v\":1}");
        assertThat(StoredFormat.versioned("{\"v\":1}")).isEqualTo("{\"v\":1}");
        assertThat(StoredFormat.versioned("{\"a\":1}")).isEqualTo("{\"a\":1,\"v\":1}");
        assertThat(StoredFormat.versioned("{\"a\":1,\"v\":3}")).isEqualTo("{\"a\":1,\"v\":3}");
    }

    @Test
    void people_read_what_an_entry_says_without_its_version() {
        for (String body : List.of("{}", "{\"v\":1}"))
            assertThat(recorded(body).said()).isEmpty();
        for (String body : List.of("{\"a\":1}", "{\"a\":1,\"v\":12}"))
            assertThat(recorded(body).said()).isEqualTo("{\"a\":1}");
    }

    private static Recorded recorded(String body) {
        return new Recorded(new Subject("x", UUID.randomUUID()), 1, AT, Actor.SYSTEM, "Changed", body);
    }

    @Test
    void a_digest_says_its_version_and_one_that_says_none_has_the_first() {
        String now = KeyedDigest.first(new byte[] {1, 2, 3});
        assertThat(now).isEqualTo("1:AQID");
        assertThat(KeyedDigest.fits("AQID", now)).isTrue();
        assertThat(KeyedDigest.fits(now, now)).isTrue();
        assertThat(KeyedDigest.fits("AQIE", now)).isFalse();
        assertThat(KeyedDigest.fits(null, null)).isTrue();
        assertThat(KeyedDigest.fits(null, now)).isFalse();
        assertThatThrownBy(() -> KeyedDigest.fits("2:AQID", now)).hasMessageContaining("version 2");
    }
}
