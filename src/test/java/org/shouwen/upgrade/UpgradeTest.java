package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.Shouwen;
import org.shouwen.TestClock;
import org.shouwen.TestDatabase;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.attachments.Papers;
import org.shouwen.confidentiality.WithheldBefore;
import org.shouwen.desk.Drafts;
import org.shouwen.history.VerifiableRows;
import org.shouwen.history.Verification;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Masked;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.jobs.Job;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city that ran version 0.1.0 starts under this build: nothing is lost, nobody notices. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = Shouwen.class,
        properties = TestDatabase.FROM_NOTHING + "=true")
@ContextConfiguration(
        initializers = {TestDatabase.class, KeptImport.class},
        classes = {UpgradeTest.Then.class, WithheldBefore.class})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestConfiguration(proxyBeanMethods = false)
    static class Then {
        @Bean
        TestClock then() {
            TestClock clock = new TestClock();
            clock.set(Instant.parse(KeptFacts.ALL.path("at").asString()));
            return clock;
        }
    }

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Verification verification;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private CurrentUser as(String login) {
        return bean(Accounts.class).byLogin(login).orElseThrow().signedIn();
    }

    private List<String> findings() {
        return verification.verify(_ -> {}).findings();
    }

    @Test
    @Order(1)
    void verify_finds_nothing_and_every_row_is_what_its_history_makes_it() {
        Verification.Result result = verification.verify(_ -> {});
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isGreaterThan(3_500);
        Set<String> kinds = new TreeSet<>();
        for (VerifiableRows c : beans.getBeansOfType(VerifiableRows.class).values())
            try (var rows = c.rows()) {
                if (rows.findAny().isPresent()) kinds.add(c.kind());
                assertThat(Golden.files("entries/" + c.kind())).as(c.kind()).isNotEmpty();
            }
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "appeal",
                        "breach",
                        "callback",
                        "edition",
                        "handover",
                        "nuisance",
                        "shift",
                        "supervision",
                        "work_order");
    }

    @Test
    @Order(2)
    void orders_are_there_in_every_state_and_what_was_withheld_still_is() {
        assertThat(jdbc.sql("select distinct state from workorder.work_order")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("REGISTERED", "AWAITING_RECEIPT", "IN_HAND", "REPORTED", "JOINED", "CLOSED");
        assertThat(bean(WithheldBefore.class).seenOrUnnoticed(this::findings)).isEmpty();
    }

    @Test
    @Order(3)
    void a_row_of_before_that_is_changed_behind_the_programs_back_still_shows() {
        for (String change : List.of(
                "supervision.supervision set words = words || '！'",
                "supervision.callback set words = words || '！' where attempts > 0",
                "accountability.breach set finding = finding || '！'",
                "coordination.handover set reason = reason || '！'",
                "roster.shift set person = person || '！'",
                "regulation.adoption set asker = asker || '！'",
                "nuisance.ruling set body = replace(body, '多次骚扰', '偶尔来电')",
                "workorder.work_order set report = replace(report, '已修复', '未修复') where report like '%已修复%'",
                "workorder.matter set content = content || '！'",
                "intake.appeal set outcome_detail = replace(outcome_detail, '可到窗口办理', '不可办理') where outcome ="
                        + " 'answered'")) {
            List<String> found = new ArrayList<>();
            transaction.executeWithoutResult(t -> {
                assertThat(jdbc.sql("update " + change).update()).as(change).isPositive();
                found.addAll(findings());
                t.setRollbackOnly();
            });
            assertThat(found).as(change).isNotEmpty();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    @Order(4)
    void every_identity_decrypts() {
        List<UUID> named = jdbc.sql("select id from citizens.appellant where phone is not null")
                .query(UUID.class)
                .list();
        var masked = bean(Vault.class).masked(named);
        assertThat(named).hasSizeGreaterThan(500);
        assertThat(masked).hasSameSizeAs(named);
        assertThat(masked.values()).extracting(Masked::phone).allMatch(p -> p.startsWith("138****"));
        UUID one = jdbc.sql("""
            select a.appellant from intake.appeal a
            where a.title = '咨询公积金'
            """).query(UUID.class).single();
        Identity who = bean(Vault.class).look(one, as("agent"), "192.0.2.9", "升级后核实");
        assertThat(who.name()).isEqualTo("陈示例");
        assertThat(who.address()).isEqualTo("示例路8号2单元");
        assertThat(who.ip()).isEqualTo("192.0.2.7");
        assertThat(who.channelAccount()).isEqualTo("example-account");
        assertThat(who.phone().shown()).startsWith("1380000");
    }

    @Test
    @Order(5)
    void whoever_was_signed_in_still_is_and_the_form_that_lay_open_can_be_sent() throws Exception {
        for (String login : KeptActs.logins()) {
            HttpResponse<String> home = KeptFacts.send(KeptFacts.asBefore(port, login, "/password"));
            assertThat(home.statusCode()).as(login + " " + home.headers().map()).isEqualTo(200);
            assertThat(home.body()).contains(as(login).name());
        }
        HttpResponse<String> out = KeptFacts.send(KeptFacts.asBefore(port, "heating-officer", "/sign-out")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                        + KeptFacts.ALL.at("/sessions/heating-officer/token").asString())));
        assertThat(out.headers().firstValue("Location").orElse("")).endsWith("/sign-in?out");
    }

    @Test
    @Order(6)
    void what_was_typed_and_not_sent_is_there_again() {
        UUID agent = as("agent").account();
        assertThat(bean(Drafts.class).open(agent, Drafts.CALL))
                .containsEntry("content", "还没有写完的OPEN")
                .containsEntry("name", "郑示例");
        assertThat(bean(Drafts.class).any(Drafts.Place.ASIDE, agent, Drafts.CALL))
                .isTrue();
    }

    @Test
    @Order(7)
    void a_request_that_is_sent_again_is_answered_as_before() throws Exception {
        JsonNode before = JSON.readTree(KeptFacts.ALL.path("taken").asString());
        JsonNode now =
                JSON.readTree(KeptCity.post(port, KeptFacts.ALL.path("token").asString()));
        for (String property : before.propertyNames())
            assertThat(now.get(property)).as(property).isEqualTo(before.get(property));
    }

    @Test
    @Order(8)
    void the_appellant_finds_their_appeal_by_its_code_and_what_they_sent_with_it() {
        String number = KeptFacts.ALL.path("web").asString();
        String code = KeptFacts.ALL.path("webCode").asString();
        assertThat(bean(OwnAppeals.class).find(new WorkOrderNumber(number), code))
                .isPresent();
        var papers = bean(AppealPapers.class);
        assertThat(papers.of(number))
                .hasSize(1)
                .allSatisfy(p -> assertThat(papers.bytes(p)).isEqualTo(KeptActs.PNG));
    }

    @Test
    @Order(9)
    void everything_that_people_were_told_is_read() {
        List<String> numbers = jdbc.sql("select distinct number from messages.outbox")
                .query(String.class)
                .list();
        long told = numbers.stream()
                .mapToLong(n ->
                        bean(Outbox.class).of(n).stream().map(SentMessage::text).count())
                .sum();
        assertThat(told)
                .isEqualTo(jdbc.sql("select count(*) from messages.outbox")
                        .query(Long.class)
                        .single());
    }

    @Test
    @Order(10)
    void an_authenticator_that_was_being_set_up_goes_on_with_the_same_secret() {
        byte[] before = secret();
        assertThat(bean(SecondFactor.class).begin(as("mayor"))).isNotEmpty();
        assertThat(secret()).isEqualTo(before);
    }

    private byte[] secret() {
        return jdbc.sql("select secret from accounts.second_factor")
                .query(byte[].class)
                .single();
    }

    @Test
    @Order(11)
    void jobs_go_on_under_the_names_that_their_schedules_have() {
        assertThat(beans.getBeansOfType(Job.class).values())
                .extracting(Job::name)
                .containsAll(Names.pinned().get("jobs"));
    }

    @Test
    @Order(11)
    void what_is_found_by_a_derived_key_is_found() {
        assertThat(bean(Vault.class).findByPhone(Phone.parse("phone", "13800000001"), 9))
                .isNotEmpty();
        assertThat(bean(Editions.class).find("dandong-2030")).isPresent();
        assertThat(bean(Editions.class).find("dandong-2031")).isEmpty();
        String number = jdbc.sql("select number from workorder.work_order where return_asked_at is not null limit 1")
                .query(String.class)
                .single();
        assertThat(bean(Papers.class).there(OrderFiles.subject(number))).hasSize(3);
    }

    @Test
    @Order(12)
    void orders_go_on_from_where_they_were_and_verify_still_finds_nothing() {
        String number = jdbc.sql("select number from workorder.work_order where state = 'REPORTED' limit 1")
                .query(String.class)
                .single();
        bean(WorkOrders.class)
                .act(number, new Command.Accept("升级后办结"), as("dispatcher"), null)
                .orThrow();
        String body = jdbc.sql("select body from history.entry where type = 'Accepted' order by id desc limit 1")
                .query(String.class)
                .single();
        assertThat(body).endsWith(",\"v\":1}");
        assertThat(findings()).isEmpty();
    }

    @Test
    @Order(13)
    void whoever_signs_in_now_has_a_session_that_names_no_class() throws Exception {
        org.shouwen.ScreenClient.as(port, "dispatcher");
        List<String> kept = jdbc.sql("""
            select attribute_name || ' ' || convert_from(attribute_bytes, 'UTF8') from accounts.spring_session_attributes
            join accounts.spring_session on primary_id = session_primary_id where principal_name = 'dispatcher'
            """).query(String.class).list();
        assertThat(kept)
                .extracting(k -> k.substring(0, k.indexOf(' ')))
                .containsAll(Set.copyOf(Names.pinned().get("session")));
        assertThat(kept).allMatch(k -> k.contains(" {\"is\":") && !k.contains("org.shouwen"));
        assertThat(String.join("", kept).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000);
    }
}
