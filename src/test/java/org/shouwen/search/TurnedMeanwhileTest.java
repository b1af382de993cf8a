package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.directory.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Whoever asks while the copy that is asked is emptied, since the other has taken its place, is answered from the other. */
@ShouwenTest
@Import(IndexRun.class)
class TurnedMeanwhileTest extends IndexedCity {
    @Autowired
    List<SearchableThings> owners;

    @Autowired
    List<AppealsOfNumber> telephones;

    @Autowired
    SearchStore store;

    @Autowired
    ShownThings shown;

    @Autowired
    MeantThings meant;

    @Autowired
    IndexMending mending;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Directory directory;

    @Test
    void a_page_of_a_copy_that_was_emptied_is_read_from_the_other() {
        about("公交站台破损");
        index.now();
        Generation before = generations.now();
        building.begin();
        int steps = 0;
        while (building.step()) assertThat(++steps).isLessThan(50);
        index.now();
        assertThat(things.any(before.asked())).isFalse();
        GenerationStore late = new GenerationStore(jdbc) {
            private int asked;

            @Override
            Generation now() {
                return asked++ == 0 ? before : super.now();
            }
        };
        Searches asking =
                new Searches(owners, telephones, late, store, shown, meant, mending, directory, transactions, clock);
        assertThat(asking.find(People.DISPATCHER, SearchQuery.of("公交站台")).hits())
                .hasSize(1);
    }

    @Test
    void a_page_with_fewer_hits_than_it_must_have_is_not_full() {
        assertThat(page(20, 20, "more").full(20, true)).isTrue();
        assertThat(page(20, 20, "more").full(20, false)).isTrue();
        assertThat(page(19, 20, "more").full(20, false)).isFalse();
        assertThat(page(3, 3, null).full(20, true)).isTrue();
        assertThat(page(2, 3, null).full(20, true)).isFalse();
        assertThat(page(0, 0, null).full(20, true)).isFalse();
        assertThat(page(3, 23, null).full(20, false))
                .as("it may have been cut off")
                .isFalse();
    }

    private static SearchPage page(int hits, int all, @Nullable String next) {
        SearchHit hit = new SearchHit(
                ThingKind.ORDER,
                new UUID(0, 1),
                "20261130-000001",
                "",
                List.of(),
                "",
                List.of(),
                List.of(),
                "",
                null,
                null,
                null,
                false,
                Instant.EPOCH,
                "");
        SearchCounts counts =
                new SearchCounts(all, false, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0);
        return new SearchPage(
                Collections.nCopies(hits, hit), next, counts, Duration.ZERO, SearchPage.IndexState.READY, List.of());
    }
}
