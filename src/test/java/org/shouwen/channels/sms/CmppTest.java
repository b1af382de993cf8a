package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** CMPP 2.0 against a gateway that does wrong things on purpose; against one of other people see {@code src/try/cmpp}. */
@ShouwenTest
class CmppTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static CmppGateway gateway;

    @Autowired
    List<Job> jobs;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) throws IOException {
        gateway = new CmppGateway();
        registry.add("shouwen.cmpp.host", () -> "127.0.0.1");
        registry.add("shouwen.cmpp.port", () -> gateway.port());
        registry.add("shouwen.cmpp.source", () -> "901234");
        registry.add("shouwen.cmpp.secret", () -> "secret");
        registry.add("shouwen.cmpp.answer-millis", () -> 1500);
        registry.add("shouwen.sms.number", () -> "10690012345");
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
    }

    @BeforeEach
    void connected() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        jdbc.sql("delete from inbound.received").update();
        gateway.letsIn = 0;
        gateway.taking = gateway::taken;
        gateway.submitted.clear();
        reconnect();
    }

    private void reconnect() {
        Awaitility.await().until(() -> {
            run("sms-cmpp");
            if (gateway.links.isEmpty()) clock.pass(Duration.ofMinutes(1)); // who was refused waits so long
            return gateway.links.stream().anyMatch(l -> !l.isClosed());
        });
    }

    /** The gateway hangs up, and the platform has seen it. */
    private void hangUp() throws IOException {
        for (var link : gateway.links) link.close();
        gateway.links.clear();
    }

    private void run(String... names) {
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    private String answered(String phone, String answer) {
        return intake.take(
                        AnAppeal.saying("问一下办证").kind("consultation").by(Identity.of("", phone, "", null)),
                        new Disposition.Answered(answer),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
    }

    private String state(String number) {
        return jdbc.sql("select state from messages.outbox where number = :n")
                .param("n", number)
                .query(String.class)
                .single();
    }

    private List<String> came(String column) {
        return jdbc.sql("select coalesce(" + column + ", '') from inbound.received order by received_at")
                .query(String.class)
                .list();
    }

    @Test
    void a_long_answer_is_delivered_when_each_part_is_reported_though_reports_come_before_the_answers_and_twice() {
        long base = 0xA1B2_0000_0000_0000L;
        gateway.taking = f -> {
            long id = base + gateway.submitted.size();
            try { // the report overtakes the answer
                gateway.sends(new CmppFrame(
                        CmppFrame.DELIVER, 9, CmppGateway.report(id + 500, id, "DELIVRD", "13811119921")));
                gateway.sends(new CmppFrame(
                        CmppFrame.DELIVER, 10, CmppGateway.report(id + 500, id, "DELIVRD", "13811119921")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return gateway.submitted.size() == 3 ? null : CmppGateway.answer(f, id, 0);
        };
        String number = answered("13811119921", "请带身份证原件、房产证复印件和申请表到政务大厅三楼十二号窗口办理，".repeat(4));
        run("message-delivery", "carry-sms"); // the third part is not answered in time: the message waits
        assertThat(state(number)).isEqualTo("NEW");
        gateway.taking = f -> {
            long id = base + 0x100 + gateway.submitted.size();
            return CmppGateway.answer(f, id, 0);
        };
        gateway.submitted.clear();
        hangUpQuietly();
        reconnect();
        clock.pass(Duration.ofMinutes(2));
        run("carry-sms");
        assertThat(state(number)).isEqualTo("SENT");
        assertThat(gateway.submitted)
                .hasSizeGreaterThan(2)
                .allSatisfy(b -> assertThat(b[8]).isEqualTo((byte) gateway.submitted.size()));
        for (int part = 1; part <= gateway.submitted.size(); part++) {
            assertThat(state(number)).isEqualTo("SENT");
            brings(CmppGateway.report(700 + part, base + 0x100 + part, "DELIVRD", "13811119921"));
            brings(CmppGateway.report(700 + part, base + 0x100 + part, "DELIVRD", "13811119921"));
        }
        assertThat(state(number)).isEqualTo("DELIVERED");
    }

    private void hangUpQuietly() {
        try {
            hangUp();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] brings(byte[] body) {
        try {
            return gateway.brings(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_report_that_overtakes_its_answer_counts() {
        String number = answered("13811119922", "九点");
        // the gateway reads nothing while it waits for our answer to the report, so another thread of it reads
        gateway.taking = f -> {
            Thread.ofVirtual().start(() -> {
                brings(CmppGateway.report(5, 0xFEDC_BA98_7654_3210L, "DELIVRD", "13811119922"));
                try {
                    gateway.sends(CmppGateway.answer(f, 0xFEDC_BA98_7654_3210L, 0));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            return null;
        };
        run("message-delivery", "carry-sms");
        assertThat(state(number)).isEqualTo("DELIVERED");
    }

    @Test
    void an_operators_own_word_of_failure_puts_the_person_on_the_list_to_be_told_otherwise() {
        String number = answered("13811119923", "九点");
        gateway.taking = f -> CmppGateway.answer(f, 77_001, 0);
        run("message-delivery", "carry-sms");
        brings(CmppGateway.report(6, 77_001, "MK:0001", "13811119923"));
        assertThat(state(number)).isEqualTo("FAILED");
    }

    @Test
    void a_message_of_a_person_in_either_coding_is_an_appeal_once_and_answered_when_it_is_on_disk() {
        byte[] chinese = "我要投诉：示例小区停暖三天了，家里有老人。".getBytes(Charset.forName("GB18030"));
        byte[] body = CmppGateway.message(0x99, "8613811119924", "10690012345", 15, false, chinese);
        byte[] answer = brings(body);
        assertThat(answer).isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) 0x99, 0});
        assertThat(came("state")).containsExactly("NEW");
        brings(body); // it did not get our answer and brings it again
        run("inbound");
        assertThat(came("state")).containsExactly("DONE");
        assertThat(appeals.get(came("number").getFirst()).words().content()).contains("示例小区停暖三天了");

        List<byte[]> parts =
                Segments.of("我家住振兴区某小区三号楼，暖气从上周五开始就一直不热，物业说是热力公司的事，热力公司说是物业的事，老人和孩子都冻感冒了，请帮忙协调解决一下，谢谢你们。", 78);
        brings(CmppGateway.message(0x101, "13811119925", "10690012345", 8, true, parts.get(1)));
        run("inbound");
        brings(CmppGateway.message(0x100, "13811119925", "10690012345", 8, true, parts.get(0)));
        run("inbound");
        assertThat(appeals.get(came("number").getLast()).words().content())
                .startsWith("我家住")
                .endsWith("谢谢你们。");
    }

    @Test
    void a_wrong_secret_is_not_tried_again_for_a_minute_and_what_waits_is_kept() throws IOException {
        gateway.letsIn = 3;
        hangUp();
        String number = answered("13811119926", "九点");
        int before = gateway.asked.get();
        Awaitility.await().until(() -> {
            run("sms-cmpp");
            return gateway.asked.get() > before;
        });
        run("sms-cmpp", "message-delivery", "carry-sms");
        assertThat(gateway.asked.get()).isEqualTo(before + 1);
        assertThat(state(number)).isEqualTo("NEW");
        gateway.letsIn = 0;
        clock.pass(Duration.ofMinutes(2));
        reconnect();
        run("carry-sms");
        assertThat(state(number)).isEqualTo("SENT");
    }

    @Test
    void a_gateway_that_takes_and_never_answers_holds_nothing_longer_than_the_time_set() throws IOException {
        gateway.taking = _ -> null;
        String number = answered("13811119927", "九点");
        run("message-delivery");
        long from = System.nanoTime();
        run("carry-sms");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
        assertThat(state(number)).isEqualTo("NEW");

        gateway.letsIn = -1; // nor lets it anybody in
        hangUp();
        from = System.nanoTime();
        run("sms-cmpp", "carry-sms");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
        gateway.letsIn = 0;
        gateway.taking = gateway::taken;
        reconnect();
        clock.pass(Duration.ofMinutes(2));
        run("carry-sms");
        assertThat(state(number)).isEqualTo("SENT");
    }

    @Test
    void too_many_at_once_are_tried_again_and_other_refusals_are_not() {
        gateway.taking = f -> CmppGateway.answer(f, 0, 8);
        String later = answered("13811119928", "九点");
        run("message-delivery", "carry-sms");
        assertThat(state(later)).isEqualTo("NEW");
        gateway.taking = f -> CmppGateway.answer(f, 0, 13);
        clock.pass(Duration.ofMinutes(2));
        run("carry-sms");
        assertThat(state(later)).isEqualTo("FAILED");
    }

    @Test
    void frames_that_are_none_end_the_connection_and_bodies_that_are_none_lie_among_the_rejects() throws IOException {
        brings(new byte[] {1, 2, 3});
        assertThat(came("reason")).containsExactly("unreadable");
        gateway.links.getLast().getOutputStream().write(new byte[] {0x7F, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1});
        Awaitility.await().until(gateway.links.getLast()::isClosed);
        gateway.links.clear();
        reconnect();
        brings(CmppGateway.message(
                0x300, "13811119929", "10690012345", 8, false, "还在".getBytes(StandardCharsets.UTF_16BE)));
        assertThat(came("state")).contains("NEW");
    }
}
