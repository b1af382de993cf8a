package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What units are told is carried by mail to those who gave an address, by a real SMTP server. */
class StaffMailTest extends StaffNoticeStory {
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @Autowired
    StaffWays ways;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("shouwen.mail.host", () -> "127.0.0.1");
        registry.add("shouwen.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("shouwen.mail.security", () -> "none");
        registry.add("shouwen.mail.from", () -> "hotline@example.invalid");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private List<String> states(String number) {
        return jdbc.sql("select way || ' ' || state || ' ' || coalesce(failed, '') from messages.staff_outbox"
                        + " where text like :number order by id")
                .param("number", "%" + number + "%")
                .query(String.class)
                .list();
    }

    @Test
    void a_new_order_is_told_by_mail_without_a_word_of_the_matter() throws Exception {
        assertThat(ScreenClient.as(port, "heating").get("/notices").body())
                .as("the page no longer says that mail is not connected")
                .doesNotContain("系统尚未接通邮件");
        ways.set(desk, "", "desk@example.invalid", Set.of(StaffNotice.Group.NEW));
        String number = dispatched(List.of());
        delivery.run();
        delivery.run();
        MimeMessage[] mail = SERVER.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("丹东市政务热线：工单提醒");
        assertThat(mail[0].getContent().toString()).contains(number, "新工单待接收").doesNotContain("暖气", "十五度");
        assertThat(GreenMailUtil.getAddressList(mail[0].getAllRecipients())).isEqualTo("desk@example.invalid");
        assertThat(GreenMailUtil.getAddressList(mail[0].getFrom())).isEqualTo("hotline@example.invalid");
        assertThat(mail[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String id = jdbc.sql("select cast(id as text) from messages.staff_outbox where text like :n")
                .param("n", "%" + number + "%")
                .query(String.class)
                .single();
        assertThat(mail[0].getMessageID()).isEqualTo("<" + id + "@example.invalid>");
        assertThat(states(number)).containsExactly("MAIL SENT ");
    }

    @Test
    void an_address_that_was_taken_back_gets_nothing() {
        ways.set(desk, "", "gone@example.invalid", Set.of(StaffNotice.Group.NEW));
        String number = dispatched(List.of());
        jdbc.sql("update messages.staff_outbox set next_try = :never where state = 'NEW'")
                .param("never", java.sql.Timestamp.from(clock.instant()))
                .update();
        ways.set(desk, "", "", Set.of());
        delivery.run();
        assertThat(states(number)).isEmpty();
    }

    @Test
    void a_server_that_refuses_for_good_is_not_tried_again_and_one_that_is_busy_is() throws Exception {
        assertThat(answering("550 5.1.1 no such user")).isEqualTo(new Tried(false, false, "SMTP 550"));
        assertThat(answering("450 4.2.1 try later")).isEqualTo(new Tried(false, true, "SMTP 450"));
        MailGateway nobody = new MailGateway("127.0.0.1", closedPort(), "none", "", "", "a@example.invalid", 10_000);
        assertThat(nobody.send(UUID.randomUUID(), "b@example.invalid", "s", "t").again())
                .isTrue();
    }

    @Test
    void without_TLS_nothing_is_sent_where_it_is_asked_for_and_no_password_goes_without() {
        MailGateway starttls = new MailGateway(
                "127.0.0.1", SERVER.getSmtp().getPort(), "starttls", "", "", "a@example.invalid", 10_000);
        int before = SERVER.getReceivedMessages().length;
        assertThat(starttls.send(UUID.randomUUID(), "b@example.invalid", "s", "t")
                        .carried())
                .isFalse();
        assertThat(SERVER.getReceivedMessages()).hasSize(before);
        assertThatThrownBy(() -> new MailGateway("h", 25, "none", "user", "secret", "a@example.invalid", 10_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailGateway("h", 25, "ssl", "", "", "a@example.invalid", 10_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailGateway("h", 25, "tls", "", "", "", 10_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new MailGateway("", 587, "starttls", "", "", "", 10_000).there())
                .as("off")
                .isFalse();
    }

    /** What the gateway makes of a server that answers so to the recipient's address. */
    private static Tried answering(String reply) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread peer = Thread.ofVirtual().start(() -> talk(server, reply));
            MailGateway gateway =
                    new MailGateway("127.0.0.1", server.getLocalPort(), "none", "", "", "a@example.invalid", 10_000);
            Tried tried = gateway.send(UUID.randomUUID(), "b@example.invalid", "s", "t");
            peer.join();
            return tried;
        }
    }

    private static void talk(ServerSocket server, String reply) {
        try (Socket one = server.accept();
                var in = new java.io.BufferedReader(
                        new java.io.InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII))) {
            say(one, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) say(one, reply);
                else if (line.startsWith("QUIT")) {
                    say(one, "221 bye");
                    return;
                } else say(one, "250 ok");
            }
        } catch (IOException e) {
            // whoever called has hung up
        }
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
