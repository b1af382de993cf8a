package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Of several nodes that have the model one makes the vector of a thing. */
@ShouwenTest
@Import(IndexRun.class)
class TakenOnceTest extends IndexedCity {
    @Autowired
    MeaningStore meanings;

    @BeforeEach
    void a_model_and_nothing_that_waits() {
        transaction.executeWithoutResult(_ -> meanings.empty());
        jdbc.sql("update search.meaning_state set model = 'of a test', walked = true")
                .update();
    }

    private List<MeaningStore.Due> taken() {
        return meanings.due(generations.now().asked(), 2);
    }

    private static List<UUID> things(List<MeaningStore.Due> due) {
        return due.stream().map(MeaningStore.Due::thing).toList();
    }

    private void waiting(String... words) {
        for (String each : words) about(each);
        index.now();
    }

    @Test
    void what_one_node_has_taken_the_next_does_not_take() {
        waiting("井盖松动", "路灯倾斜", "护栏断裂");
        List<MeaningStore.Due> one = taken();
        List<MeaningStore.Due> other = taken();
        assertThat(one).hasSize(2).allMatch(d -> d.text() != null);
        assertThat(other).hasSize(1);
        assertThat(things(other)).doesNotContainAnyElementsOf(things(one));
        assertThat(taken()).isEmpty();
        meanings.done(one);
        meanings.left(other);
        assertThat(things(taken())).as("left by whom it was taken").isEqualTo(things(other));
    }

    @Test
    void a_node_that_died_has_nothing_for_more_than_a_minute_nor_by_a_clock_that_was_wrong() {
        waiting("桥面裂缝");
        for (String until : List.of("- interval '1 second'", "+ interval '1 hour'")) {
            assertThat(taken()).hasSize(1);
            assertThat(taken()).isEmpty();
            jdbc.sql("update search.meaning_due set taken_until = clock_timestamp() " + until)
                    .update();
        }
        assertThat(taken()).hasSize(1);
    }

    @Test
    void whose_words_change_meanwhile_is_taken_anew() {
        waiting("涵洞积水");
        List<MeaningStore.Due> before = taken();
        Searchable changed = new Searchable(
                before.getFirst().thing(),
                null,
                "",
                clock.instant(),
                "",
                "",
                "",
                List.of(),
                "",
                null,
                null,
                null,
                false);
        meanings.due(List.of(Thing.of(ThingKind.ORDER, changed)));
        meanings.done(before);
        assertThat(things(taken())).isEqualTo(things(before));
    }
}
