package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Planted;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Result;
import org.shouwen.retention.Retention;
import org.shouwen.retention.ShorterTerms;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Matter;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21: what identifies is kept for its term and then gone, and the history stays whole. */
@ShouwenTest
class RetentionTest {
    @LocalServerPort
    int port;

    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席", null, null, Set.of(Role.AGENT, Role.DISPATCHER));

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Autowired
    AppealPapers papers;

    @Autowired
    Retention retention;

    @Autowired
    ShorterTerms shorter;

    @Autowired
    History history;

    @Autowired
    Vault vault;

    @Autowired
    AppealDigest digest;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Papers allPapers;

    @Autowired
    DisclosureLog ledger;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    private Receipt take(String name, String phone, Disposition outcome) {
        NewAppeal a = AnAppeal.saying("我叫" + name + "，电话" + phone + "，路灯不亮")
                .kind("complaint")
                .by(Identity.of(name, phone, "振兴区某街5号", null));
        return intake.take(a, outcome, Origin.of(AGENT, null), AGENT).orThrow();
    }

    @Test
    void addresses_and_files_go_before_the_person_does() {
        clock.set("2026-11-20T10:00");
        NewAppeal a = AnAppeal.saying("路灯不亮，请维修")
                .channel("web")
                .by(Identity.of("孙先行", "13904151299", "振兴区某街6号", "10.20.30.40"));
        Receipt r = intake.take(a, new Disposition.Answered("明天修"), Origin.of(AGENT, null), AGENT)
                .orThrow();
        papers.attach(
                r.number(),
                List.of(new Papers.File("录音.amr", "#!AMR\n早".getBytes(StandardCharsets.UTF_8))),
                Actor.APPELLANT);
        UUID person = appeals.get(r.number()).appellant();
        clock.set("2027-05-18T10:00");
        shorter.run();
        assertThat(vault.look(person, AGENT, "10.0.0.1", "核对").ip()).isEqualTo("10.20.30.40");
        clock.set("2027-05-20T10:00");
        shorter.run();
        shorter.run();
        assertThat(vault.look(person, AGENT, "10.0.0.1", "核对").ip()).isEmpty();
        assertThat(vault.look(person, AGENT, "10.0.0.1", "核对").name()).isEqualTo("孙先行");
        assertThat(history.of(Subject.of("retention", "ip")))
                .filteredOn(e -> e.body().contains("\"count\":1"))
                .singleElement()
                .satisfies(e -> assertThat(e.type()).isEqualTo("AddressesForgotten"));
        PaperRef paper = papers.of(r.number()).getFirst();
        assertThat(papers.bytes(paper)).isNotEmpty();
        clock.set("2028-11-20T10:01");
        shorter.run();
        assertThatThrownBy(() -> papers.bytes(paper)).isInstanceOf(NotFound.class);
        assertThat(history.of(Subject.of("retention", "appeal/" + r.number()))).hasSize(1);
        assertThat(vault.look(person, AGENT, "10.0.0.1", "核对").phone()).isNotNull();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void with_the_person_the_order_forgets_and_what_the_history_keeps_of_the_words_tells_nothing() throws Exception {
        clock.set("2026-11-23T10:00");
        NewAppeal a = AnAppeal.saying("我叫吴可寻，电话13904151236，暖气不热")
                .channel("wechat")
                .reference("wx-wukexun-1236")
                .location("振兴区某街7号2单元")
                .by(Identity.of("吴可寻", "13904151236", "振兴区某街7号2单元", null));
        Receipt r = intake.take(a, new Disposition.Ordered(null, null, null), Origin.of(AGENT, null), AGENT)
                .orThrow();
        CurrentUser desk = new CurrentUser(UUID.randomUUID(), "d", "派单", null, null, Set.of(Role.DISPATCHER));
        CurrentUser unit = new CurrentUser(UUID.randomUUID(), "u", "热力", "heating", null, Set.of(Role.UNIT_DESK));
        act(r, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), desk);
        act(r, new Command.Receive(), unit);
        PaperRef signed = allPapers.keep(
                OrderFiles.subject(r.number()),
                "file",
                "",
                "确认单.pdf",
                "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8),
                Actor.SYSTEM);
        act(r, new Command.Attach(List.of(signed)), unit);
        act(r, new Command.Note("吴可寻（13904151236）家中无人"), unit);
        own.add(new WorkOrderNumber(r.number()), r.code(), "我是吴可寻，晚上在家，13904151236");
        Supervision late =
                supervisions.issue(r.number(), Supervision.Level.FIRST, Supervision.How.PHONE, "吴可寻又来电", desk);
        PaperRef answer = allPapers.keep(
                "supervision/" + late.number(),
                "file",
                "",
                "答复.pdf",
                "%PDF-1.4\n%%EOF 吴可寻".getBytes(StandardCharsets.UTF_8),
                unit.actor());
        supervisions.answer(late.number(), "已向吴可寻说明", answer, unit);
        act(
                r,
                new Command.ReportOutcome(new Report("到场", "已查", "已修", "满意", clock.instant(), "电话", true, false, null)),
                unit);
        act(r, new Command.Accept(""), desk);
        assertThat(matterSalt(r)).hasSizeGreaterThan(40);
        String salt = salt(r);
        assertThat(salt).hasSizeGreaterThan(40);
        assertThat(digest.of("", appeals.get(r.number()).words()))
                .as("nobody who knows the words finds them in the history without what is forgotten")
                .isNotIn(words(r));
        assertThat(digest.of(salt, appeals.get(r.number()).words())).isIn(words(r));

        assertThat(Planted.in(jdbc, "wx-wukexun")).isEmpty();
        assertThat(allPapers.bytes(answer)).isNotEmpty();
        String way = "/orders/" + r.number();
        String answered = "/supervisions/" + late.number();
        assertThat(page(way)).contains("papers/" + signed.id());
        assertThat(page(answered)).contains(answered + "/signed");
        clock.set("2029-11-24T10:01");
        retention.run();
        for (String left : List.of("吴可寻", "吴**", "4151236", "****1236", "wx-wukexun"))
            assertThat(Planted.in(jdbc, left)).as(left).isEmpty();
        assertThatThrownBy(() -> allPapers.bytes(answer)).isInstanceOf(NotFound.class);
        assertThat(page(way)).as("no link leads nowhere").doesNotContain("papers/" + signed.id());
        assertThat(page(answered)).doesNotContain(answered + "/signed");
        assertThat(own.rate(new WorkOrderNumber(r.number()), r.code(), true, true, "我是吴可寻"))
                .as("nothing would take that away again")
                .isInstanceOfSatisfying(
                        Result.No.class,
                        no -> assertThat(no.refused().key()).isEqualTo("appeal.refused.forgotten-already"));
        Matter matter = board.page(r.number(), desk).matter();
        assertThat(matter.content()).doesNotContain("吴", "1236").contains("暖气不热");
        assertThat(matter.location()).isEmpty();
        assertThat(appeals.get(r.number()).words().content()).isEqualTo("（略），电话（略），暖气不热");
        assertThatThrownBy(() -> allPapers.bytes(signed)).isInstanceOf(NotFound.class);
        assertThat(salt(r)).isEmpty();
        assertThat(matterSalt(r)).isEmpty();
        assertThat(jdbc.sql("select length(fingerprint) from intake.appeal where number = :n")
                        .param("n", r.number())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(verification.findings()).isEmpty();
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = ScreenClient.as(port, "dispatcher").get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void act(Receipt r, Command command, CurrentUser by) {
        orders.act(r.number(), command, by, null).orThrow();
    }

    private String salt(Receipt r) {
        return jdbc.sql("select salt from intake.appeal where number = :n")
                .param("n", r.number())
                .query(String.class)
                .single();
    }

    private String matterSalt(Receipt r) {
        return jdbc.sql("""
                        select m.salt from workorder.matter m join workorder.work_order o on o.id = m.order_id
                        where o.number = :n
                        """).param("n", r.number()).query(String.class).single();
    }

    private List<String> words(Receipt r) {
        return history.of(new Subject("appeal", appeals.get(r.number()).id())).stream()
                .map(e -> e.body().replaceAll(".*\"wordsDigest\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void the_person_is_forgotten_when_the_term_is_over_and_not_before() {
        clock.set("2026-11-23T10:00");
        Receipt answered = take("赵忘忧", "13904151234", new Disposition.Answered("已转告赵忘忧"));
        Receipt open = take("钱未了", "13904151235", new Disposition.Ordered(null, null, null));
        own.add(new WorkOrderNumber(answered.number()), answered.code(), "我是赵忘忧，回电13904151234");
        own.rate(new WorkOrderNumber(answered.number()), answered.code(), true, true, "谢谢，13904151234 收到")
                .orThrow();
        papers.attach(
                answered.number(),
                List.of(new Papers.File("录音.amr", "#!AMR\n赵忘忧".getBytes(StandardCharsets.UTF_8))),
                Actor.APPELLANT);
        PaperRef paper = papers.of(answered.number()).getFirst();
        clock.set("2029-11-23T09:59");
        retention.run();
        assertThat(appeals.get(answered.number()).words().content()).contains("赵忘忧");
        clock.set("2029-11-23T10:01");
        retention.run();
        Appeal forgotten = appeals.get(answered.number());
        assertThat(forgotten.words().content()).isEqualTo("（略），电话（略），路灯不亮");
        assertThat(vault.masked(List.of(forgotten.appellant())).values())
                .allMatch(m ->
                        m.name().isEmpty() && m.phone().isEmpty() && m.address().isEmpty());
        assertThat(vault.findByPhone(Phone.parse("phone", "13904151234"), 5)).isEmpty();
        assertThat(own.additions(forgotten)).allMatch(x -> !x.text().contains("赵忘忧"));
        assertThatThrownBy(() -> papers.bytes(paper)).isInstanceOf(NotFound.class);
        assertThat(papers.of(answered.number())).as("no link leads nowhere").isEmpty();
        assertThat(allPapers.of(AppealPapers.subject(answered.number())))
                .as("that it was there stays")
                .hasSize(1);
        assertThat(appeals.get(open.number()).words().content())
                .as("whose order is not closed is not forgotten")
                .contains("钱未了");
        assertThat(forgotten.decision()).extracting(d -> d.outcome()).isEqualTo(new Disposition.Answered("已（略）"));
        assertThat(forgotten.rating()).extracting(r -> r.words()).isEqualTo("谢谢，（略） 收到");
        assertThat(outbox.of(answered.number()))
                .isNotEmpty()
                .allMatch(t -> !t.text().contains("赵忘忧"));
        assertThat(jdbc.sql("select string_agg(args, '') from messages.outbox where number = :n")
                        .param("n", answered.number())
                        .query(String.class)
                        .single())
                .contains("（略）")
                .doesNotContain("赵忘忧", "赵**", "1234");
        assertThat(ledger.of(forgotten.appellant())).isEmpty();
        assertThat(verification.findings()).isEmpty();

        jdbc.sql("update intake.appeal set content = '别的话' where number = :n")
                .param("n", answered.number())
                .update();
        assertThat(verification.findings()).anyMatch(f -> f.contains("words were changed"));
        jdbc.sql("update intake.appeal set content = :c where number = :n")
                .param("c", forgotten.words().content())
                .param("n", answered.number())
                .update();
        retention.run();
        assertThat(verification.findings()).isEmpty();
    }
}
