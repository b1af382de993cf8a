package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** CMPP 2.0 against a gateway that does wrong things on purpose; against one of other people see {@code src/try/cmpp}. */
class CmppTest extends CmppStory {
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
    void a_gateway_that_does_not_know_the_secret_is_told_nothing_and_gets_no_session() throws IOException {
        gateway.secret = "another";
        hangUp();
        String number = answered("13811119930", "九点");
        int before = gateway.asked.get();
        Awaitility.await().until(() -> {
            clock.pass(Duration.ofMinutes(1)); // whoever was refused before waits so long
            run("sms-cmpp");
            return gateway.asked.get() > before;
        });
        run("sms-cmpp", "message-delivery", "carry-sms");
        assertThat(gateway.asked.get()).as("asked again at once").isEqualTo(before + 1);
        assertThat(gateway.submitted).isEmpty();
        assertThat(jdbc.sql("select failed from messages.outbox where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED");
        gateway.secret = "secret";
        gateway.links.clear();
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
}
