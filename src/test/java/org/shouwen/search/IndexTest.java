package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.springframework.context.annotation.Import;

/** The index follows what happens, forgets with the person, and is built anew while it is asked. */
@ShouwenTest
@Import(IndexRun.class)
class IndexTest extends IndexedCity {
    private int found(String words) {
        return searches.find(People.DISPATCHER, SearchQuery.of(words)).counts().all();
    }

    @Test
    void what_has_happened_is_found_after_the_next_run_and_the_page_says_how_far_it_goes() {
        about("窨井冒热气");
        assertThat(found("窨井冒热气")).as("nobody waits for the index").isZero();
        clock.pass(Duration.ofSeconds(3));
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("窨井")).behind())
                .isEqualTo(Duration.ofSeconds(3));
        index.now();
        SearchPage page = searches.find(People.DISPATCHER, SearchQuery.of("窨井冒热气"));
        assertThat(page.counts().all()).isOne();
        assertThat(page.behind()).isZero();
        assertThat(page.index()).isEqualTo(SearchPage.IndexState.READY);
        assertThat(indexer.every()).as("a run every second").isEqualTo(Duration.ofSeconds(1));
    }

    /** An act whose entry had an earlier id than what was read already, and is committed after it. */
    @Test
    void what_is_committed_late_is_not_overlooked() throws Exception {
        Thread[] late = new Thread[1];
        java.util.concurrent.CountDownLatch written = new java.util.concurrent.CountDownLatch(1);
        java.util.concurrent.CountDownLatch read = new java.util.concurrent.CountDownLatch(1);
        Case order = about("河道漂浮垃圾");
        index.now();
        late[0] = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(_ -> {
                    order.dispatchedTo("heating");
                    written.countDown();
                    try {
                        read.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        written.await();
        for (int i = 0; i < 5; i++) {
            about("另一件事" + i);
            index.now();
        }
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("河道漂浮"))
                        .hits()
                        .getFirst()
                        .state())
                .isEqualTo("REGISTERED");
        read.countDown();
        late[0].join();
        index.now();
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("河道漂浮"))
                        .hits()
                        .getFirst()
                        .state())
                .isEqualTo("AWAITING_RECEIPT");
        for (int i = 0; i < 4; i++) index.now();
        Generation g = generations.now();
        assertThat(g.place().through())
                .as("nothing is told twice for ever")
                .isEqualTo(g.place().seen());
    }

    @Test
    void it_is_built_anew_while_it_is_asked_and_told_of_what_happens() {
        about("公交站台破损");
        index.now();
        String asked = generations.now().asked();
        building.begin();
        assertThat(building.step()).isTrue();
        assertThat(found("公交站台")).as("the old copy is asked").isOne();
        about("公交站台破损");
        indexer.catchUp();
        assertThat(found("公交站台")).isEqualTo(2);
        int steps = 0;
        while (building.step()) assertThat(++steps).isLessThan(50);
        assertThat(generations.now().asked()).isNotEqualTo(asked);
        assertThat(found("公交站台")).isEqualTo(2);
        assertThat(things.any(asked)).isTrue();
        index.now();
        assertThat(things.any(asked)).as("the old copy takes no room").isFalse();
    }

    @Test
    void with_the_person_it_forgets_what_they_said() {
        String number = cases.aCase(AnAppeal.saying("顶楼漏雨三年无人修缮").by(Identity.of("姬伯安", "13712345670", "", null)))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        index.now();
        assertThat(found("漏雨三年")).isOne();
        UUID appeal = jdbc.sql("select appeal from workorder.work_order where number = :n")
                .param("n", number)
                .query(UUID.class)
                .single();
        assertThat(things.holds(appeal)).isTrue();
        clock.pass(Duration.ofDays(366 * 20));
        jobs.stream().filter(j -> j.name().equals("retention")).forEach(Job::run);
        assertThat(things.holds(appeal))
                .as("at once, in the transaction that forgets")
                .isFalse();
        index.now();
        assertThat(things.holds(appeal)).as("and nothing brings it back").isFalse();
        building.begin();
        index.now();
        assertThat(things.holds(appeal)).isFalse();
        for (String words : List.of("漏雨三年", "姬伯安", "13712345670", number))
            assertThat(found(words)).as(words).isZero();
    }
}
