package org.shouwen.channels.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
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

/** A platform that is connected with a gateway of CMPP 2.0, which does what a test says. */
@ShouwenTest
abstract class CmppStory {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @SuppressWarnings("NullAway.Init") // before the application starts; stays for all classes that share it
    static CmppGateway gateway;

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

    @BeforeEach
    void connected() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        jdbc.sql("delete from inbound.received").update();
        gateway.letsIn = 0;
        gateway.secret = "secret";
        gateway.taking = gateway::taken;
        gateway.submitted.clear();
        reconnect();
    }

    void reconnect() {
        Awaitility.await().until(() -> {
            run("sms-cmpp");
            if (gateway.links.isEmpty()) clock.pass(Duration.ofMinutes(1)); // who was refused waits so long
            return gateway.links.stream().anyMatch(l -> !l.isClosed());
        });
    }

    /** The gateway hangs up, and the platform has seen it. */
    void hangUp() throws IOException {
        for (var link : gateway.links) link.close();
        gateway.links.clear();
    }

    void run(String... names) {
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    String answered(String phone, String answer) {
        return intake.take(
                        AnAppeal.saying("问一下办证").kind("consultation").by(Identity.of("", phone, "", null)),
                        new Disposition.Answered(answer),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
    }

    String state(String number) {
        return jdbc.sql("select state from messages.outbox where number = :n")
                .param("n", number)
                .query(String.class)
                .single();
    }

    List<String> came(String column) {
        return jdbc.sql("select coalesce(" + column + ", '') from inbound.received order by received_at")
                .query(String.class)
                .list();
    }

    void hangUpQuietly() {
        try {
            hangUp();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] brings(byte[] body) {
        try {
            return gateway.brings(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
