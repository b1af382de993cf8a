package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsmpp.bean.Alphabet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.peers.StallingProxy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A short message centre (SMPP) that accepts and never answers, neither a bind nor a message, keeps no thread, loses nothing and doubles nothing. */
@ShouwenTest
@ExtendWith(OutputCaptureExtension.class)
class SilentCentreTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final Duration LONG = Duration.ofSeconds(5);

    /** Of cities of other tests, which go on in the same process. */
    private static final Set<Thread> OTHERS = Set.copyOf(ofTheLibrary());

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static SmppCentre centre;

    @SuppressWarnings("NullAway.Init")
    private static StallingProxy between;

    @Autowired
    List<Job> jobs;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void centre(DynamicPropertyRegistry registry) throws IOException {
        centre = new SmppCentre();
        between = new StallingProxy(centre.port());
        centre.settings(registry);
        registry.add("shouwen.smpp.port", between::port);
        registry.add("shouwen.smpp.answer-millis", () -> 700);
        registry.add("shouwen.sms.number", () -> "10690012345");
    }

    @AfterAll
    static void stop() throws IOException {
        between.close();
        centre.close();
    }

    private Duration run(String... names) {
        long from = System.nanoTime();
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
        return Duration.ofNanos(System.nanoTime() - from);
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

    private String of(String number) {
        return jdbc.sql("select state || ' ' || coalesce(failed, '') from messages.outbox where number = :n")
                .param("n", number)
                .query(String.class)
                .single()
                .strip();
    }

    private static List<Thread> ofTheLibrary() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> java.util.Arrays.stream(e.getValue())
                        .anyMatch(f -> f.getClassName().equals("org.jsmpp.session.SMPPSession$PDUReaderWorker")
                                || f.getClassName().contains("AbstractSession$EnquireLinkSender")))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static void bound() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(centre::bound);
    }

    /** As a centre does it: a link that was cut, as an answer took longer than it waits for, is made anew and the message comes again. */
    private void deliver(byte[] words) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    run("sms-smpp");
                    bound();
                    centre.deliver("13811119906", "10690012345", 0, Alphabet.ALPHA_UCS2, words);
                    return true;
                });
    }

    @Test
    void a_centre_that_answers_no_message_and_then_no_bind_is_left_and_all_goes_when_it_answers(CapturedOutput log)
            throws Exception {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        run("sms-smpp");
        bound();
        centre.sessions.clear();
        between.silent();
        String first = answered("13811119931", "周一九点");
        String second = answered("13811119932", "周二九点");
        run("message-delivery");
        assertThat(run("carry-sms")).as("one wait for two messages").isLessThan(LONG);
        assertThat(List.of(of(first), of(second))).containsExactlyInAnyOrder("NEW NO_ANSWER", "NEW NOT_BOUND");
        assertThat(log).contains("the short message centre did not answer in 700 ms");

        for (int i = 0; i < 3; i++)
            assertThat(run("sms-smpp")).as("a bind that is not answered").isLessThan(LONG);
        assertThat(log).contains("the short message centre can not be bound");
        Awaitility.await("no thread waits for it")
                .atMost(Duration.ofSeconds(20))
                .until(() -> ofTheLibrary().stream()
                        .noneMatch(t -> t.isAlive()
                                && !OTHERS.contains(t)
                                && !t.getName().contains("server")));

        between.speaks();
        run("sms-smpp");
        bound();
        clock.pass(Duration.ofMinutes(2));
        run("carry-sms");
        assertThat(List.of(of(first), of(second))).containsExactly("SENT", "SENT");
        List<String> taken = centre.submitted.values().stream()
                .map(b -> new String(b, StandardCharsets.UTF_16BE))
                .toList();
        assertThat(taken).hasSize(2).anyMatch(t -> t.contains("周一九点")).anyMatch(t -> t.contains("周二九点"));
    }

    @Test
    void a_message_that_comes_again_as_its_answer_was_lost_is_the_same_whatever_the_clock_says_between()
            throws Exception {
        between.speaks();
        jdbc.sql("delete from inbound.received").update();
        byte[] words = "楼道灯坏了三天，请派人来修".getBytes(StandardCharsets.UTF_16BE);
        clock.set("2026-11-23T10:09:59");
        deliver(words);
        clock.pass(Duration.ofSeconds(2));
        deliver(words);
        clock.pass(Duration.ofMinutes(15));
        deliver(words);
        assertThat(jdbc.sql("select count(*) from inbound.received")
                        .query(Integer.class)
                        .single())
                .as("once, and once more a quarter of an hour later")
                .isEqualTo(2);
    }
}
