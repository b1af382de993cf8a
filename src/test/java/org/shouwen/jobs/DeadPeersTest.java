package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ApiClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A peer that accepts and never answers delays no other channel by more than three seconds: CMPP, SMPP, the mailbox, WeChat,
 * the exchange's manager and recordings and a SIP proxy are all such, while short messages come in and answers go out by mail.
 */
@ShouwenTest
class DeadPeersTest {
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final int TIMES = 5;
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    /** By the job or listener that asks it. */
    private static final Map<String, SilentPeer> DEAD = new LinkedHashMap<>();

    private static int next;

    @TempDir
    Path home;

    @LocalServerPort
    int port;

    @Autowired
    DataSource dataSource;

    @Autowired
    List<Job> all;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private static int dead(String job) {
        SilentPeer peer = new SilentPeer();
        DEAD.put(job, peer);
        return peer.port();
    }

    private static void dead(DynamicPropertyRegistry registry, String job, String setting) {
        int port = dead(job);
        registry.add(setting + ".host", () -> "127.0.0.1");
        registry.add(setting + ".port", () -> port);
    }

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) {
        MAIL.start();
        int wechat = dead("carry-wechat");
        int recordings = dead("call-recordings");
        dead(registry, "sms-cmpp", "shouwen.cmpp");
        registry.add("shouwen.cmpp.source", () -> "901234");
        dead(registry, "sms-smpp", "shouwen.smpp");
        registry.add("shouwen.wechat.app-id", () -> "wx-dead");
        registry.add("shouwen.wechat.secret", () -> "secret");
        registry.add("shouwen.wechat.template", () -> "t1");
        registry.add("shouwen.wechat.api-host", () -> "http://127.0.0.1:" + wechat);
        dead(registry, "mailbox", "shouwen.mailbox");
        registry.add("shouwen.mailbox.security", () -> "none");
        registry.add("shouwen.telephone.recordings-url", () -> "http://127.0.0.1:" + recordings + "/monitor");
        dead(registry, "ami", "shouwen.telephone.ami");
        dead(registry, "sip-socket", "shouwen.telephone.sip");
        registry.add("shouwen.mail.host", () -> "127.0.0.1");
        registry.add("shouwen.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("shouwen.mail.security", () -> "none");
        registry.add("shouwen.mail.from", () -> "hotline@city.invalid");
        registry.add("shouwen.sms.inbound-token", () -> "gateway-secret");
    }

    @AfterAll
    static void over() throws IOException {
        MAIL.stop();
        for (SilentPeer peer : DEAD.values()) peer.close();
    }

    private void answered(Identity who) {
        intake.take(
                        AnAppeal.saying("问一下办证时间").kind("consultation").by(who),
                        new Disposition.Answered("九点到五点"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
    }

    /** A message comes in over HTTP and is an appeal, and an answer leaves by mail; both from now. */
    private Duration oneEach() throws Exception {
        int n = next++;
        int carried = MAIL.getReceivedMessages().length;
        long from = System.nanoTime();
        answered(Identity.of("", null, "", null, "mailto:wang" + n + "@example.invalid"));
        ApiClient gateway = new ApiClient(port, "gateway-secret");
        assertThat(gateway.post(
                                "/api/channels/sms/messages",
                                "{\"id\":\"dead-%d\",\"from\":\"139111177%02d\",\"to\":\"10690012345\",\"text\":\"路灯不亮\"}"
                                        .formatted(n, n))
                        .status())
                .isEqualTo(200);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> MAIL.getReceivedMessages().length > carried
                        && jdbc.sql("select count(*) from inbound.received where state = 'NEW'")
                                        .query(Long.class)
                                        .single()
                                == 0);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private Duration median() throws Exception {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) took.add(oneEach());
        return took.stream().sorted().toList().get(TIMES / 2);
    }

    private Jobs running(List<Job> jobs) {
        ClockWatch watch = new ClockWatch(InstantSource.system(), jdbc, List.of());
        Jobs running = new Jobs(dataSource, jobs, Optional.empty(), watch, new NodeName(home));
        running.start();
        return running;
    }

    @Test
    void peers_that_accept_and_never_answer_delay_no_other_channel_by_more_than_a_second() throws Exception {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        jdbc.sql("delete from inbound.received").update();
        List<Job> channels = all.stream().filter(OwnThreadJob.class::isInstance).toList();
        Jobs healthy = running(
                channels.stream().filter(j -> !DEAD.containsKey(j.name())).toList());
        Duration alone;
        try {
            oneEach(); // warm
            alone = median();
        } finally {
            healthy.stop();
        }

        answered(Identity.of("", null, "", null, "wechat:oDead"));
        jdbc.sql("""
                        insert into desk.call (id, source, ref, began, outcome, recording)
                        values (gen_random_uuid(), 'pbx', 'dead', :began, 'ANSWERED', 'x.wav')
                        """).param("began", java.sql.Timestamp.from(clock.instant())).update();
        Jobs dying = running(channels);
        try {
            for (Map.Entry<String, SilentPeer> peer : DEAD.entrySet())
                assertThat(peer.getValue().waitsFor(Duration.ofSeconds(60)))
                        .as("%s waits for its peer", peer.getKey())
                        .isTrue();
            Duration beside = median();
            assertThat(beside).as("alone %s", alone).isLessThan(alone.plus(AT_MOST));
        } finally {
            dying.stop();
        }
    }
}
