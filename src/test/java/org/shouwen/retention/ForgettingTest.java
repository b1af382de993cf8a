package org.shouwen.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.desk.OpenMatters;
import org.shouwen.identity.Identity;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.inbound.Scans;
import org.shouwen.jobs.Job;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.suggestion.PersonalStore;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.suggestion.Suggestion;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21: every store that keeps something of people is listed by its registration, and an erased person is in none. */
@ShouwenTest
class ForgettingTest {
    private static final String NAME = "佟锦年";
    private static final String PHONE = "13941512077";
    private static final String HOME = "振兴区九纬路77号3单元602";
    private static final String WORDS = "灰色鸽子笼把消防梯堵死了";

    @Autowired
    List<Forgets> owners;

    @Autowired
    List<ForgetsAfterDays> afterDays;

    @Autowired
    List<PersonalStore> learned;

    @Autowired
    Cases cases;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Autowired
    ProposalLog log;

    @Autowired
    OpenMatters matters;

    @Autowired
    Inbox inbox;

    @Autowired
    Scans scans;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void a_store_that_is_new_or_gone_is_a_line_of_the_list() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src/test/resources/forgetting.txt")).stream()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .map(l -> l.split("\\|")[0].strip())
                .toList();
        List<String> there = Stream.of(owners, afterDays, learned)
                .flatMap(List::stream)
                .map(b -> AopUtils.getTargetClass(b).getSimpleName())
                .distinct()
                .sorted()
                .toList();
        assertThat(listed).isEqualTo(there);
    }

    /** Every row of every table of the product, as text; encrypted words are none of it. */
    private List<String> everything() {
        return jdbc
                .sql(
                        "select c.oid::regclass::text from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text"
                                + " not in ('pg_catalog', 'information_schema', 'pg_toast') and has_schema_privilege(c.relnamespace, 'usage')"
                                + " and has_table_privilege(c.oid, 'select') order by 1")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc.sql("select to_jsonb(t)::text from " + table + " t").query(String.class).stream()
                        .map(row -> table + " " + row))
                .toList();
    }

    private void run(String job) {
        jobs.stream()
                .filter(j -> j.name().equals(job))
                .findFirst()
                .orElseThrow()
                .run();
    }

    /** What came in raw, and a scan, belong to the appeal. */
    private void cameIn(String number) {
        String said = "我是" + NAME + "，" + WORDS;
        inbox.reject(
                new InboundMessage("sms", "raw-1", (Instant) null, said.getBytes(StandardCharsets.UTF_8)), "no-sender");
        jdbc.sql(
                        "update inbound.received set state = 'DONE', number = :n, done_at = received_at where state = 'REJECTED'")
                .param("n", number)
                .update();
        scans.done(scans.keep("x.png", new byte[] {1}, said), number);
    }

    /** A model that learned from it, as the nightly training keeps one. */
    private void learnedFrom(UUID appeal) {
        UUID model = UUID.randomUUID();
        jdbc.sql("insert into suggestion.model (id, task, version, made_at, trained_on, held_out, macro_f1, top1, top2,"
                        + " sure_share, sure_precision, rival, rival_macro_f1, better, content)"
                        + " values (:id, 'class', 'test/1', now(), 1, 1, 1, 1, 1, 1, 1, '', 0, true, '\\x01')")
                .param("id", model)
                .update();
        jdbc.sql("insert into suggestion.model_row (model, appeal) values (:id, :appeal)")
                .param("id", model)
                .param("appeal", appeal)
                .update();
    }

    @Test
    void an_erased_person_is_in_none_of_them() {
        clock.set("2026-11-20T10:00");
        String number = cases.aCase(AnAppeal.saying(WORDS + "。我是" + NAME + "，电话" + PHONE + "，住" + HOME)
                        .by(Identity.of(NAME, PHONE, HOME, null)))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        UUID appeal = appeals.get(number).id();
        own.add(new WorkOrderNumber(number), intake.code(appeal), "还是" + NAME + "，" + WORDS)
                .orThrow();
        log.add(
                appeal,
                List.of(new ProposalLog.Decided(
                        "class", "road-light", 0.9, Suggestion.Band.SURE, "start/1", "road-light", true)),
                People.AGENT);
        clock.pass(Duration.ofSeconds(11));
        matters.offers(WORDS, People.AGENT);
        run("risk-warnings");
        learnedFrom(appeal);
        cameIn(number);
        assertThat(learned.stream().filter(s -> !s.holds(appeal)).map(PersonalStore::store))
                .as("each store of suggestions has it first")
                .isEmpty();
        assertThat(everything().stream().filter(r -> r.contains(NAME))).isNotEmpty();
        clock.set("2046-11-20T10:00");
        run("retention");
        assertThat(learned.stream().filter(s -> s.holds(appeal)).map(PersonalStore::store))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from suggestion.model where version = 'test/1' and content is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select (select count(*) from inbound.received where number = :n and raw is not null)"
                                + " + (select count(*) from inbound.scan where number = :n)")
                        .param("n", number)
                        .query(Long.class)
                        .single())
                .as("raw messages and scans")
                .isZero();
        List<String> left = everything();
        for (String personal : List.of(NAME, PHONE, HOME))
            assertThat(left.stream().filter(r -> r.contains(personal)).collect(Collectors.joining("\n")))
                    .as(personal)
                    .isEmpty();
    }
}
