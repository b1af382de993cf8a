package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles 2 and 14: what is owed to partners is found from what changed, by whichever node, and nothing is passed over. */
@ShouwenTest
class OwedAnswersTest extends ExchangeCity {
    @Autowired
    Intake intake;

    @Autowired
    OwedAnswers job;

    @Autowired
    MatterStore matters;

    @Autowired
    ChangedMatters changed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AutowireCapableBeanFactory beans;

    /** @return the appeal's number */
    private String matter() throws Exception {
        return matter(POLICE, peer);
    }

    private String matter(String partner, Peer from) throws Exception {
        String source = "J" + UUID.randomUUID();
        assertThat(from.send(port, partner, source, handover("").replace(id, source), clock.instant())
                        .body())
                .contains("taken");
        worked();
        return jdbc.sql("select number from exchange.matter where source_id = :id")
                .param("id", source)
                .query(String.class)
                .single();
    }

    private void answered(String number) {
        intake.decide(number, new Disposition.Answered("已修好。"), null, People.AGENT, null)
                .orThrow();
    }

    private List<String> results() {
        return peer.of("result").stream().map(m -> m.path("number").asString()).toList();
    }

    private List<UUID> marked() {
        return matters.toLook(new UUID(0, 0), 1000);
    }

    private UUID idOf(String number) {
        return jdbc.sql("select id from exchange.matter where number = :number and direction = 'IN'")
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    @Test
    void only_what_the_journal_tells_of_is_looked_at_again() throws Exception {
        String first = matter();
        String second = matter();
        told();
        assertThat(marked()).isEmpty();

        cases.aCase();
        clock.pass(Duration.ofHours(1));
        answered(first);
        changed.mark();
        assertThat(marked()).containsExactly(idOf(first));
        told();
        assertThat(results()).containsExactly(first);
        told();
        assertThat(marked())
                .as("when the call-back of the answer was looked for")
                .isEmpty();
        assertThat(idOf(second)).isNotNull();
    }

    @Test
    void a_decision_that_is_committed_after_a_later_one_is_answered_as_well() throws Exception {
        String slow = matter();
        String quick = matter();
        told();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread late = Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(_ -> {
                    answered(slow);
                    written.countDown();
                    try {
                        commit.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        written.await();
        answered(quick);
        for (int i = 0; i < 5; i++) told();
        assertThat(results()).containsExactly(quick);
        commit.countDown();
        late.join();
        told();
        assertThat(results()).containsExactlyInAnyOrder(quick, slow);
    }

    @Test
    void two_nodes_at_once_answer_each_matter_once() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) all.add(matter());
        all.forEach(this::answered);
        OwedAnswers other = beans.createBean(OwedAnswers.class);
        List<Thread> nodes =
                List.of(Thread.ofPlatform().start(job::run), Thread.ofPlatform().start(other::run));
        for (Thread node : nodes) node.join();
        told();
        assertThat(results()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(jdbc.sql("select max(turn) from exchange.matter where number = any(:numbers)")
                        .param("numbers", all.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void one_that_can_not_be_answered_holds_up_no_other_and_goes_when_it_can() throws Exception {
        Path file = home.resolve("exchange/town-hall.yaml");
        Files.createDirectories(file.getParent());
        Files.copy(home.resolve("exchange/" + POLICE + ".yaml"), file);
        try (Peer hall =
                new Peer(partners.shown("town-hall", partners.find("town-hall").orElseThrow()))) {
            String stuck = matter("town-hall", hall);
            String fine = matter();
            answered(stuck);
            answered(fine);
            String good = Files.readString(file);
            Files.writeString(file, "name: [half");
            job.run();
            assertThat(marked()).contains(idOf(stuck));
            Files.writeString(file, good);
            told();
            assertThat(results()).containsExactlyInAnyOrder(fine, stuck);
        } finally {
            Files.delete(file);
        }
    }
}
