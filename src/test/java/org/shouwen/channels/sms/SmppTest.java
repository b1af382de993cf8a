package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsmpp.bean.Alphabet;
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

/** SMPP 3.4 against a server of the library's other side: long texts, reports of parts, messages of people in parts. */
@ShouwenTest
class SmppTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static SmppCentre centre;

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
    static void centre(DynamicPropertyRegistry registry) throws IOException {
        centre = new SmppCentre();
        centre.settings(registry);
        registry.add("shouwen.sms.number", () -> "10690012345");
    }

    @AfterAll
    static void stop() throws IOException {
        centre.close();
    }

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        jdbc.sql("delete from inbound.received").update();
        centre.submitted.clear();
        run("sms-smpp");
        org.awaitility.Awaitility.await().until(() -> !centre.sessions.isEmpty());
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

    @Test
    void a_long_answer_goes_in_parts_and_is_delivered_when_each_is_reported() throws Exception {
        String number = answered("13811119901", "请带身份证原件、房产证复印件和申请表到政务大厅三楼十二号窗口办理，".repeat(4));
        run("message-delivery", "carry-sms");
        assertThat(state(number)).isEqualTo("SENT");
        assertThat(centre.submitted.size()).isGreaterThan(1);
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < centre.submitted.size(); i++) {
            byte[] part = Objects.requireNonNull(
                    centre.submitted.get("m" + (centre.next.get() - centre.submitted.size() + 1 + i)));
            assertThat(part).startsWith(5, 0, 3).hasSizeLessThanOrEqualTo(140);
            whole.append(new String(part, 6, part.length - 6, StandardCharsets.UTF_16BE));
        }
        assertThat(whole.toString()).contains("三楼十二号窗口").contains(number);
        int left = centre.submitted.size();
        for (String id : centre.submitted.keySet()) {
            assertThat(state(number)).isEqualTo("SENT");
            String receipt = "id:" + id
                    + " sub:001 dlvrd:001 submit date:2611231000 done date:2611231001 stat:DELIVRD err:000 text:";
            centre.deliver(
                    "13811119901",
                    "10690012345",
                    0x04,
                    Alphabet.ALPHA_DEFAULT,
                    receipt.getBytes(StandardCharsets.US_ASCII));
            left--;
        }
        assertThat(left).isZero();
        assertThat(state(number)).isEqualTo("DELIVERED");
    }

    @Test
    void a_long_message_of_a_person_whose_parts_come_the_wrong_way_round_is_one_appeal() throws Exception {
        List<byte[]> parts =
                Segments.of("我家住振兴区某小区三号楼，暖气从上周五开始就一直不热，物业说是热力公司的事，热力公司说是物业的事，老人和孩子都冻感冒了，请帮忙协调解决一下，谢谢你们。", 77);
        assertThat(parts).hasSize(2);
        centre.deliver("13811119902", "10690012345", 0x40, Alphabet.ALPHA_UCS2, parts.get(1));
        run("inbound");
        assertThat(jdbc.sql("select count(*) from inbound.received where state = 'NEW'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        centre.deliver("13811119902", "10690012345", 0x40, Alphabet.ALPHA_UCS2, parts.get(0));
        centre.deliver("13811119902", "10690012345", 0x40, Alphabet.ALPHA_UCS2, parts.get(0));
        run("inbound");
        List<String> numbers = jdbc.sql("select distinct number from inbound.received where state = 'DONE'")
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(1);
        assertThat(appeals.get(numbers.getFirst()).words().content())
                .startsWith("我家住")
                .endsWith("谢谢你们。");
    }

    @Test
    void a_part_that_never_comes_keeps_the_others_for_some_minutes_only() throws Exception {
        List<byte[]> parts = Segments.of("没有等到第二段的话".repeat(9), 78);
        centre.deliver("13811119903", "10690012345", 0x40, Alphabet.ALPHA_UCS2, parts.get(0));
        run("inbound");
        clock.pass(java.time.Duration.ofMinutes(6));
        run("inbound");
        String number = jdbc.sql("select number from inbound.received where state = 'DONE'")
                .query(String.class)
                .single();
        assertThat(appeals.get(number).words().note()).contains("共 2 段，只收到 1 段");
    }

    @Test
    void bytes_that_are_no_text_lie_among_the_rejects() throws Exception {
        centre.deliver("13811119904", "10690012345", 0, Alphabet.ALPHA_UCS2, new byte[] {0x4E});
        centre.deliver("13811119904", "10690012345", 0, Alphabet.ALPHA_8_BIT, new byte[] {1, 2, 3});
        run("inbound");
        assertThat(jdbc.sql("select reason from inbound.received")
                        .query(String.class)
                        .list())
                .containsExactly("charset", "charset");
    }

    @Test
    void a_connection_that_was_lost_is_bound_anew_and_nothing_is_lost_meanwhile() {
        centre.sessions.getLast().close();
        centre.sessions.clear();
        String number = answered("13811119905", "九点");
        run("message-delivery", "carry-sms");
        assertThat(state(number)).isEqualTo("NEW");
        org.awaitility.Awaitility.await().until(() -> {
            run("sms-smpp");
            return !centre.sessions.isEmpty();
        });
        clock.pass(java.time.Duration.ofMinutes(2));
        run("carry-sms");
        assertThat(state(number)).isEqualTo("SENT");
    }
}
