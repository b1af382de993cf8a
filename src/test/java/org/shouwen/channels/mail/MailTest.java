package org.shouwen.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.identity.Correspondents;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mailbox becomes appeals, once each; answers go back in the thread; machines are not answered. */
@ShouwenTest
class MailTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort()
    });
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** Accepts and never answers. */
    @SuppressWarnings("NullAway.Init") // before the application starts
    private static ServerSocket dead;

    @SuppressWarnings("NullAway.Init")
    private static GreenMailUser box;

    @Autowired
    List<Job> jobs;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Autowired
    Intake intake;

    @Autowired
    AppealPapers papers;

    @Autowired
    Correspondents correspondents;

    @Autowired
    ReplyAddress replies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) throws Exception {
        SERVER.start();
        box = SERVER.setUser("hotline@city.invalid", "hotline", "secret");
        SERVER.setUser("wang@example.invalid", "wang", "x");
        dead = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        registry.add("shouwen.mailbox.host", () -> "127.0.0.1");
        registry.add("shouwen.mailbox.port", () -> SERVER.getImap().getPort());
        registry.add("shouwen.mailbox.security", () -> "none");
        registry.add("shouwen.mailbox.user", () -> "hotline");
        registry.add("shouwen.mailbox.password", () -> "secret");
        registry.add("shouwen.mailbox.plus", () -> "true");
        registry.add("shouwen.mail.host", () -> "127.0.0.1");
        registry.add("shouwen.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("shouwen.mail.security", () -> "none");
        registry.add("shouwen.mail.from", () -> "hotline@city.invalid");
        registry.add("shouwen.sms.url", () -> "http://127.0.0.1:" + dead.getLocalPort() + "/sms");
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
        dead.close();
    }

    @BeforeEach
    void empty() throws Exception {
        clock.set("2026-11-23T10:00");
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        jdbc.sql("delete from inbound.received").update();
    }

    private void run(String... names) {
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    private void arrives(byte[] mail) throws Exception {
        box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private void arrives(Map<String, String> headers, String text) throws Exception {
        StringBuilder mail = new StringBuilder();
        headers.forEach((k, v) -> mail.append(k).append(": ").append(v).append("\r\n"));
        arrives(mail.append("\r\n").append(text).toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> results() {
        return jdbc.sql("select came_of_it || reason from inbound.received order by received_at, id")
                .query(String.class)
                .list();
    }

    private Appeal last() {
        return appeals.get(jdbc.sql("select number from inbound.received order by received_at desc, id desc limit 1")
                .query(String.class)
                .single());
    }

    private static String gb(String text) {
        return "=?gb2312?B?" + Base64.getEncoder().encodeToString(text.getBytes(Charset.forName("GBK"))) + "?=";
    }

    @Test
    void a_chinese_mail_of_an_old_mailer_is_read_whole_with_its_attachment() throws Exception {
        Charset gbk = Charset.forName("GBK");
        byte[] subject = "关于小区镕基路停暖的投诉".getBytes(gbk);
        // cut between the two bytes of a character, as mailers do
        String cut =
                "=?GB2312?B?" + Base64.getEncoder().encodeToString(Arrays.copyOf(subject, 9)) + "?=\r\n =?GB2312?B?"
                        + Base64.getEncoder().encodeToString(Arrays.copyOfRange(subject, 9, subject.length)) + "?=";
        java.io.ByteArrayOutputStream mail = new java.io.ByteArrayOutputStream();
        mail.write(("From: " + gb("王芳") + " <wang@example.invalid>\r\nTo: hotline@city.invalid\r\nSubject: " + cut
                        + "\r\nMessage-ID: <a1@example.invalid>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        mail.write("镕基路三号楼没有暖气。".getBytes(gbk));
        mail.write(("\r\n--b\r\nContent-Type: image/png; name=\"" + gb("照片.png")
                        + "\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(PNG) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        arrives(mail.toByteArray());
        run("mailbox", "inbound");
        Appeal a = last();
        assertThat(a.words().title()).isEqualTo("关于小区镕基路停暖的投诉");
        assertThat(a.words().content()).isEqualTo("镕基路三号楼没有暖气。");
        assertThat(papers.of(a.number())).hasSize(1);
        assertThat(correspondents.isFrom(a.appellant(), new Identity("", null, "", "", "mailto:wang@example.invalid")))
                .isTrue();
        run("mailbox", "inbound");
        assertThat(results()).containsExactly("OPENED");
    }

    @Test
    void the_answer_goes_back_in_the_thread_and_an_answer_to_it_is_added() throws Exception {
        arrives(
                Map.of("From", "wang@example.invalid", "Subject", gb("办证"), "Message-ID", "<q1@example.invalid>"),
                "几点上班");
        run("mailbox", "inbound");
        Appeal a = last();
        intake.decide(a.number(), new Disposition.Answered("九点上班"), null, AGENT, null)
                .orThrow();
        run("message-delivery", "carry-mail");
        MimeMessage answer = Arrays.stream(SERVER.getReceivedMessages())
                .filter(m -> content(m).contains("九点上班"))
                .findFirst()
                .orElseThrow();
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<q1@example.invalid>");
        assertThat(answer.getSubject()).isEqualTo("Re: 办证 [" + a.number() + "]");
        assertThat(answer.getHeader("Auto-Submitted")).isNotNull();
        String replyTo = answer.getHeader("Reply-To")[0];
        assertThat(replyTo).isEqualTo(replies.of("hotline@city.invalid", a.number()));
        arrives(
                Map.of("From", "wang@home.invalid", "To", replyTo, "Message-ID", "<q2@example.invalid>"),
                "周末呢？\r\n\r\n在 2026年11月23日，热线写道：\r\n> 九点上班");
        arrives(
                Map.of(
                        "From",
                        "wang@example.invalid",
                        "In-Reply-To",
                        answer.getMessageID(),
                        "Message-ID",
                        "<q3@example.invalid>"),
                "谢谢，再问一句。");
        arrives(
                Map.of(
                        "From",
                        "other@example.invalid",
                        "To",
                        replyTo.replaceAll("\\.[0-9a-f]{10}@", ".0123456789@"),
                        "Message-ID",
                        "<q4@x>"),
                "猜的地址");
        run("mailbox", "inbound");
        assertThat(own.additions(a))
                .extracting(OwnAppeals.Addition::text)
                .containsExactlyInAnyOrder("周末呢？", "谢谢，再问一句。");
        assertThat(results()).containsOnly("OPENED", "ADDED");
    }

    private static String content(MimeMessage m) {
        try {
            return String.valueOf(m.getContent());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void machines_are_not_answered_and_open_nothing() throws Exception {
        int n = 0;
        for (Map<String, String> header : List.of(
                Map.of("Auto-Submitted", "auto-replied"),
                Map.of("Precedence", "bulk"),
                Map.of("List-Id", "<news.example.invalid>"),
                Map.of("Return-Path", "<>"),
                Map.of("Content-Type", "multipart/report; boundary=x"))) {
            var headers = new java.util.HashMap<>(header);
            headers.put("From", "machine@example.invalid");
            headers.put("Message-ID", "<m" + n++ + "@example.invalid>");
            arrives(headers, "我不在办公室");
        }
        arrives(Map.of("From", "hotline@city.invalid", "Message-ID", "<own@city.invalid>"), "自己的");
        run("mailbox", "inbound");
        assertThat(results()).hasSize(6).containsOnly("IGNORED");
    }

    @Test
    void a_mail_of_ten_megabytes_and_one_without_a_sender_are_both_kept() throws Exception {
        arrives(
                Map.of(
                        "From",
                        "wang@example.invalid",
                        "Message-ID",
                        "<big@example.invalid>",
                        "Content-Type",
                        "multipart/mixed; boundary=b"),
                "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n照片很大\r\n--b\r\nContent-Type: application/zip\r\n"
                        + "Content-Disposition: attachment; filename=a.zip\r\n\r\n" + "x".repeat(10 * 1024 * 1024)
                        + "\r\n--b--\r\n");
        arrives(Map.of("Subject", "x", "Message-ID", "<nobody@example.invalid>"), "没有发件人");
        run("mailbox", "inbound");
        assertThat(results()).containsExactlyInAnyOrder("OPENED", "no-sender");
        assertThat(appeals.get(jdbc.sql("select number from inbound.received where number is not null")
                                .query(String.class)
                                .single())
                        .words()
                        .content())
                .contains("照片很大", "1 个附件");
    }

    @Test
    void whoever_died_before_marking_a_mail_as_seen_takes_it_once() throws Exception {
        arrives(Map.of("From", "wang@example.invalid", "Message-ID", "<once@example.invalid>"), "路灯坏了");
        run("mailbox");
        for (var stored :
                SERVER.getManagers().getImapHostManager().getInbox(box).getMessages())
            stored.setFlags(new jakarta.mail.Flags(jakarta.mail.Flags.Flag.SEEN), false);
        run("mailbox", "inbound");
        assertThat(results()).containsExactly("OPENED");
    }

    @Test
    void a_gateway_that_accepts_and_never_answers_delays_no_mail() throws Exception {
        for (int i = 0; i < 3; i++)
            intake.take(
                            AnAppeal.saying("问一下").kind("consultation").by(Identity.of("", "1381111990" + i, "", null)),
                            new Disposition.Answered("九点"),
                            Origin.of(AGENT, null),
                            AGENT)
                    .orThrow();
        arrives(Map.of("From", "wang@example.invalid", "Message-ID", "<slow@example.invalid>"), "几点上班");
        run("mailbox", "inbound", "message-delivery");
        Thread sms = Thread.ofVirtual().start(() -> run("carry-sms"));
        Instant began = Instant.now();
        run("carry-mail");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(SERVER.getReceivedMessages()).anyMatch(m -> content(m).contains(last().number()));
        assertThat(sms.isAlive())
                .as("the short messages still wait for their gateway")
                .isTrue();
        sms.interrupt();
        sms.join();
    }
}
