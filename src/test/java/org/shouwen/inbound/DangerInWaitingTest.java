package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.jobs.Job;
import org.shouwen.problems.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Article 8.3: what tells of danger and waits for a person, its other parts or another try stands on the alarm list meanwhile. */
@ShouwenTest
@TestPropertySource(properties = "shouwen.sms.number=10690012345")
class DangerInWaitingTest {
    private static final String FIRE = "我家着火了，楼道里全是烟，老人困在屋里出不来";

    @LocalServerPort
    int port;

    @Autowired
    Scans scans;

    @Autowired
    TakenScans taken;

    @Autowired
    Inbox inbox;

    @Autowired
    WaitingInDanger waiting;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void empty() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("delete from inbound.scan").update();
        jdbc.sql("delete from inbound.received").update();
    }

    private UUID scanned(String words) {
        return scans.keep("letter.png", "picture".getBytes(StandardCharsets.UTF_8), words);
    }

    private void inbound() {
        jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
    }

    private ScreenClient agent() throws Exception {
        return ScreenClient.as(port, "agent");
    }

    private void part(int index, String text) {
        String hex = HexFormat.of()
                .formatHex(("\5\0\3\7\2" + (char) index).getBytes(StandardCharsets.ISO_8859_1))
                .concat(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)));
        String raw = "{\"from\":\"13811118802\",\"to\":\"10690012345\",\"coding\":\"8\",\"udh\":\"1\",\"hex\":\"" + hex
                + "\"}";
        inbox.take(new InboundMessage("sms", "part-" + index, (Instant) null, raw.getBytes(StandardCharsets.UTF_8)));
        inbound();
    }

    @Test
    void the_draft_of_a_letter_is_on_the_list_before_anybody_has_confirmed_it() throws Exception {
        scanned("路灯坏了三个月，请修一修");
        clock.pass(Duration.ofHours(1));
        UUID danger = scanned("尊敬的领导：我是农机厂退休的。" + FIRE + "。");
        assertThat(scans.waiting(null, 10).items()).extracting(Scans.Row::id).startsWith(danger);
        assertThat(agent().get("/desk/alarms").body()).contains("/letters/" + danger, "消防 119", "着火");
        assertThat(agent().get("/desk/alarms/strip").body()).contains("w" + danger);
        assertThat(agent().get("/letters").body()).containsOnlyOnce("险情</span>");
        assertThat(agent().get("/letters/" + danger).body()).contains("119", "已列入紧急报警");
    }

    @Test
    void laying_it_aside_needs_a_reason_that_is_journalled_and_masked() throws Exception {
        UUID danger = scanned(FIRE);
        String drops = "/letters/" + danger + "/drops";
        assertThat(agent().post(drops, Map.of("why", " ")).statusCode()).isEqualTo(422);
        assertThat(waiting.inDanger()).hasSize(1);
        assertThat(agent().post(drops, Map.of("why", "打13811117809核实，是演练剧本")).statusCode())
                .isEqualTo(302);
        assertThat(waiting.inDanger()).isEmpty();
        assertThat(jdbc.sql("select body::text from history.entry where subject_kind = 'inbound' and subject_id = :id"
                                + " and type = 'LaidAside'")
                        .param("id", danger)
                        .query(String.class)
                        .single())
                .contains("演练")
                .doesNotContain("13811117809");
    }

    @Test
    void one_without_danger_is_laid_aside_as_before() throws Exception {
        UUID quiet = scanned("路灯坏了");
        assertThat(agent().post("/letters/" + quiet + "/drops", Map.of()).statusCode())
                .isEqualTo(302);
    }

    /** Another clerk had made an appeal of it meanwhile: its picture is still to become a paper. */
    @Test
    void one_that_was_confirmed_at_the_same_moment_is_not_laid_aside() {
        UUID quiet = scanned("路灯坏了");
        taken.taken(quiet, "20261123-000001");
        assertThatThrownBy(() -> scans.done(quiet, null)).isInstanceOf(NotFound.class);
        assertThat(taken.owed(10)).containsExactly(quiet);
        scans.done(quiet, "20261123-000001");
        assertThat(taken.owed(10)).isEmpty();
    }

    @Test
    void a_part_of_a_long_message_is_on_the_list_while_the_other_is_waited_for() {
        part(1, FIRE);
        assertThat(waiting.inDanger()).singleElement().satisfies(w -> {
            assertThat(w.door()).isEqualTo("message");
            assertThat(w.guidance()).isEqualTo("fire-brigade");
        });
        part(2, "，在纤维小区");
        assertThat(waiting.inDanger()).isEmpty();
        assertThat(jdbc.sql("select count(*) from intake.danger_alarm a join intake.appeal p on p.id = a.appeal"
                                + " where p.content like '%在纤维小区'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_reject_is_on_the_list_and_the_agent_reads_who_deals_with_it() throws Exception {
        inbox.take(new InboundMessage("pager", "1", (Instant) null, FIRE.getBytes(StandardCharsets.UTF_8)));
        inbound();
        assertThat(waiting.inDanger()).extracting(DangerInWaitingTest::door).containsExactly("rejected");
        assertThat(agent().get("/desk/alarms").body())
                .contains("系统管理员", "119")
                .doesNotContain("href=\"/admin/inbound\"");
    }

    private static String door(org.shouwen.appeal.DangerInWaiting.Waiting w) {
        return w.door();
    }
}
