package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.channels.boards.ImportAppeals;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ShouwenTest
class IntakeTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Autowired
    Outbox outbox;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    History history;

    @Autowired
    AppealVerifier chains;

    @Autowired
    ImportAppeals imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DriverManagerDataSource owner;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    @Test
    void a_web_appeal_waits_and_its_person_finds_it_by_number_and_code() {
        Receipt r = intake.submit(web("楼道灯坏了", "13811110001"), Origin.portal(null), Actor.APPELLANT);
        assertThat(r.number()).matches("20261123-\\d{6}");
        assertThat(r.code()).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(own.find(new WorkOrderNumber(r.number()), r.code().toLowerCase(java.util.Locale.ROOT) + " "))
                .isPresent();
        assertThat(own.find(new WorkOrderNumber(r.number()), "AAAAAAAA")).isEmpty();
        assertThat(own.find(new WorkOrderNumber("20261123-999999"), r.code())).isEmpty();
        assertThat(outbox.of(r.number())).extracting(SentMessage::moment).containsExactly(NotificationType.RECEIVED);
        assertThat(appeals.queue(AGENT, null, 100).items())
                .extracting(Appeal::number)
                .contains(r.number());
        assertThat(appeals.ofPhone(Phone.parse("phone", "138 1111 0001"), AGENT))
                .hasSize(1);
    }

    @Test
    void an_order_is_made_at_once_without_the_persons_name_and_number() {
        NewAppeal a = AnAppeal.saying("我叫郑美丽，电话13800000002，家里14度")
                .location("振兴区某小区")
                .happenedAt("昨天")
                .title("暖气不热")
                .wants("尽快修好")
                .by(Identity.of("郑美丽", "13800000002", "", null));
        Receipt r = intake.take(a, new Disposition.Ordered(null, null, "heating"), Origin.of(AGENT, null), AGENT)
                .orThrow();
        var page = board.page(r.number(), AGENT);
        assertThat(page.order().state()).isEqualTo(WorkOrder.State.REGISTERED);
        assertThat(page.matter().content())
                .doesNotContain("郑美丽")
                .doesNotContain("13800000002")
                .contains("14度", "尽快修好");
        assertThat(page.matter().urgentKind()).isEqualTo("heating");
        Appeal appeal = appeals.get(r.number());
        assertThat(appeal.words().content()).contains("郑美丽");
        assertThat(appeal.decision())
                .isNotNull()
                .extracting(Appeal.Decision::officer)
                .isEqualTo("坐席甲");
        assertThat(history.of(appeal.subject()).toString())
                .doesNotContain("郑美丽")
                .doesNotContain("13800000002")
                .doesNotContain("14度");
    }

    @Test
    void an_appeal_has_one_outcome() {
        Receipt r = intake.submit(web("咨询落户", null), Origin.portal(null), Actor.APPELLANT);
        assertThatThrownBy(() -> intake.decide(r.number(), new Disposition.Answered("可网上办"), null, AGENT, 9L))
                .isInstanceOf(Stale.class);
        intake.decide(r.number(), new Disposition.Answered("可网上办"), null, AGENT, r.version())
                .orThrow();
        assertThat(intake.decide(r.number(), new Disposition.Declined("vague", "空泛"), null, AGENT, null))
                .isInstanceOfSatisfying(
                        Result.No.class, no -> assertThat(no.refused().under()).isEqualTo(Clause.A12_5));
        assertThat(outbox.of(r.number()).getLast().text()).contains("可网上办");
    }

    @Test
    void a_reminder_reaches_the_open_order_and_makes_no_new_one() {
        Receipt first = intake.take(
                        web("垃圾没人清", "13800000003"),
                        new Disposition.Ordered(null, null, null),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        Receipt again = intake.take(
                        web("还是没人清", "13800000003"),
                        new Disposition.Reminded(new WorkOrderNumber(first.number()), "三天了"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        assertThat(board.page(first.number(), AGENT).way()).hasSize(2);
        assertThatThrownBy(() -> board.page(again.number(), AGENT)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_request_twice_is_taken_once_and_another_under_its_key_is_refused() {
        Origin origin = Origin.portal("key-1");
        Receipt first = intake.submit(web("路灯不亮", null), origin, Actor.APPELLANT);
        Receipt second = intake.submit(web("路灯不亮", null), origin, Actor.APPELLANT);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.again()).isTrue();
        assertThatThrownBy(() -> intake.submit(web("路灯太亮", null), origin, Actor.APPELLANT))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("problems.field.key-reused"));
    }

    @Test
    void thirty_two_at_once_and_a_bad_one_among_them_harms_nobody() throws Exception {
        long before = count();
        List<Future<Receipt>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 320; i++) {
                int n = i;
                answers.add(threads.submit(() -> n % 32 == 7
                        ? intake.take(
                                        web("坏的" + n, null),
                                        new Disposition.Reminded(new WorkOrderNumber("20000101-000001"), null),
                                        Origin.of(AGENT, null),
                                        AGENT)
                                .orThrow()
                        : intake.submit(web("好的" + n, null), Origin.portal("twin-" + n / 2), Actor.APPELLANT)));
            }
        }
        Set<String> numbers = new java.util.HashSet<>();
        int refused = 0;
        for (Future<Receipt> answer : answers) {
            try {
                numbers.add(answer.get().number());
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e.getCause()).isInstanceOfAny(NotFound.class, BadInput.class);
                refused++;
            }
        }
        assertThat(count() - before).isEqualTo(numbers.size());
        assertThat(numbers).hasSize(160);
        assertThat(refused).isEqualTo(160);
    }

    @Test
    void what_is_wrong_is_told_all_at_once_and_rare_characters_stay() {
        NewAppeal bad = AnAppeal.saying(" \u0000 ")
                .channel("pigeon")
                .kind("x")
                .matterClass("nope")
                .place("999")
                .location("a".repeat(301))
                .by(Identity.UNNAMED);
        assertThatThrownBy(() -> intake.submit(bad, Origin.portal(null), Actor.APPELLANT))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields())
                                .extracting(BadInput.Field::field)
                                .containsExactlyInAnyOrder(
                                        "content", "kind", "matterClass", "place", "location", "channel"));
        Receipt r = intake.submit(web("𠮷野家门前😀\u0007积水", null), Origin.portal(null), Actor.APPELLANT);
        assertThat(appeals.get(r.number()).words().content()).isEqualTo("𠮷野家门前😀积水");
        Receipt l = intake.submit(web("长".repeat(10_000), null), Origin.portal(null), Actor.APPELLANT);
        assertThat(appeals.get(l.number()).words().content()).hasSize(10_000);
    }

    @Test
    void adding_and_rating_by_the_person() {
        Receipt r = intake.submit(web("井盖响", null), Origin.portal(null), Actor.APPELLANT);
        assertThat(own.rate(new WorkOrderNumber(r.number()), r.code(), true, true, ""))
                .isInstanceOf(Result.No.class);
        own.add(new WorkOrderNumber(r.number()), r.code(), "夜里更响").orThrow();
        intake.decide(r.number(), new Disposition.Answered("已紧固"), null, AGENT, null)
                .orThrow();
        own.add(new WorkOrderNumber(r.number()), r.code(), "再补一句")
                .orThrow(); // also afterwards, for whoever reads it (ruling 40)
        own.rate(new WorkOrderNumber(r.number()), r.code(), false, true, "态度一般").orThrow();
        assertThat(own.rate(new WorkOrderNumber(r.number()), r.code(), true, true, ""))
                .isInstanceOf(Result.No.class);
        assertThat(appeals.get(r.number()).rating())
                .isNotNull()
                .extracting(Appeal.Rating::satisfied)
                .isEqualTo(false);
        assertThat(differences(r.number())).isEmpty();
    }

    @Test
    void whatever_is_changed_in_a_row_shows() {
        Receipt r = intake.submit(web("要改的话", null), Origin.portal(null), Actor.APPELLANT);
        own.add(new WorkOrderNumber(r.number()), r.code(), "补充").orThrow();
        intake.decide(r.number(), new Disposition.Declined("vague", "空泛"), null, AGENT, null)
                .orThrow();
        own.rate(new WorkOrderNumber(r.number()), r.code(), true, true, "").orThrow();
        assertThat(differences(r.number())).isEmpty();
        for (String change : List.of(
                "content = 'x'",
                "kind = 'complaint'",
                "urgent_kind = 'fire'",
                "channel = 'phone'",
                "received_at = received_at - interval '1 day'",
                "officer_name = 'y'",
                "outcome = 'answered'",
                "outcome_detail = '{\"type\":\"declined\",\"ground\":\"untrue\",\"reason\":\"z\"}'",
                "satisfied = false",
                "rating_words = 'w'",
                "appellant = gen_random_uuid()")) {
            assertThat(tampered(r.number(), "update intake.appeal set " + change + " where number = :n"))
                    .as(change)
                    .isNotEmpty();
        }
        assertThat(
                        tampered(
                                r.number(),
                                "update intake.addition set text = 'v' where appeal = (select id from intake.appeal where number = :n)"))
                .isNotEmpty();
        assertThat(tampered(
                        r.number(),
                        "delete from intake.addition where appeal = (select id from intake.appeal where number = :n)"))
                .isNotEmpty();
    }

    @Test
    void a_board_is_imported_once_and_bad_rows_come_back_with_the_reason(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("posts.jsonl");
        Files.writeString(file, """
                {"id":"1","createdAt":"2023-01-16 19:26","type":"投诉/求助","title":"停气","content":"三天没气了","user":"吾***"}
                {"id":"1","createdAt":"2023-01-16 19:26","type":"投诉/求助","title":"停气","content":"三天没气了","user":"吾***"}
                {"id":"2","createdAt":"昨天","type":"建言","content":"多种树"}
                {"id":"3","createdAt":"2023-01-16 19:26","type":"建言","content":""}
                not json
                """);
        assertThat(imports.load(file)).isEqualTo(new ImportAppeals.Result(1, 1, 3));
        assertThat(Files.readAllLines(folder.resolve("posts.rejects.jsonl")))
                .hasSize(3)
                .first()
                .asString()
                .contains("createdAt");
        assertThat(imports.load(file)).isEqualTo(new ImportAppeals.Result(0, 2, 3));
    }

    @Test
    void the_real_board_is_imported_and_a_second_run_adds_nothing(@TempDir Path folder) throws Exception {
        Path real = Path.of("../shared/data/appeals/message_board.jsonl");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isReadable(real), "no board data beside the project");
        Path file = Files.copy(real, folder.resolve("board.jsonl"));
        assertThat(imports.load(file)).isEqualTo(new ImportAppeals.Result(603, 0, 0));
        assertThat(imports.load(file)).isEqualTo(new ImportAppeals.Result(0, 603, 0));
    }

    private List<String> tampered(String number, String sql) {
        JdbcClient owners = JdbcClient.create(owner);
        owners.sql("create table intake.saved as select * from intake.appeal").update();
        owners.sql("create table intake.saved_additions as select * from intake.addition")
                .update();
        try {
            jdbc.sql(sql).param("n", number).update();
            return differences(number);
        } finally {
            owners.sql("truncate intake.remark, intake.objection, intake.danger_alarm, intake.addition, intake.appeal")
                    .update();
            owners.sql("insert into intake.appeal select * from intake.saved").update();
            owners.sql("insert into intake.addition select * from intake.saved_additions")
                    .update();
            owners.sql("drop table intake.saved, intake.saved_additions").update();
        }
    }

    private List<String> differences(String number) {
        Appeal appeal = appeals.get(number);
        try (var rows = chains.rows()) {
            return rows.filter(r -> r.id().equals(appeal.id()))
                    .findFirst()
                    .orElseThrow()
                    .compare()
                    .apply(history.of(appeal.subject()));
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from intake.appeal").query(Long.class).single();
    }

    private static NewAppeal web(String content, @org.jspecify.annotations.Nullable String phone) {
        return AnAppeal.saying(content).channel("web").location("某路").by(Identity.of("", phone, "", null));
    }
}
