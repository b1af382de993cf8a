package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.attachments.PaperRef;
import org.shouwen.identity.Identity;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.jobs.Job;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures and voices that people send are fetched after the appeal stands, again and again, and never hold anything up. */
@ShouwenTest
class WechatMediaTest {
    @SuppressWarnings("NullAway.Init") // before the application starts
    private static WechatPlatform platform;

    @Autowired
    Inbox inbox;

    @Autowired
    List<Job> jobs;

    @Autowired
    List<Forgets> forgets;

    @Autowired
    AppealPapers papers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) throws IOException {
        platform = new WechatPlatform();
        registry.add("shouwen.wechat.api-host", () -> "http://127.0.0.1:" + platform.port());
        registry.add("shouwen.wechat.app-id", () -> "wx1");
        registry.add("shouwen.wechat.secret", () -> "s");
        registry.add("shouwen.wechat.answer-millis", () -> 500);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        platform.mode = "";
        for (String t : List.of("received", "media"))
            jdbc.sql("delete from inbound." + t).update();
    }

    private void run(String... names) {
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    /** @return the appeal's number */
    private String sends(String type, String more) {
        String id = UUID.randomUUID().toString();
        inbox.take(new InboundMessage(
                "wechat",
                id,
                null,
                WechatPlatform.utf8("<xml><FromUserName>oABCdef_" + id.substring(0, 8) + "</FromUserName><MsgType>"
                        + type + "</MsgType><MediaId>M-1_x</MediaId>" + more + "</xml>")));
        run("inbound");
        return jdbc.sql(
                        "select number from inbound.received where number is not null order by received_at desc limit 1")
                .query(String.class)
                .single();
    }

    private List<String> of(String number) {
        return papers.of(number).stream().map(PaperRef::name).toList();
    }

    private long awaited() {
        return jdbc.sql("select count(*) from inbound.media").query(Long.class).single();
    }

    @Test
    void a_picture_and_a_voice_lie_with_their_appeals_once() {
        String picture = sends("image", "");
        assertThat(of(picture))
                .as("the appeal stands before the picture is fetched")
                .isEmpty();
        run("inbound-media", "inbound-media");
        assertThat(of(picture)).containsExactly("附件1.png");
        platform.mode = "voice";
        String voice = sends("voice", "<Recognition>路灯不亮</Recognition>");
        run("inbound-media");
        assertThat(of(voice)).containsExactly("附件1.amr");
        assertThat(awaited()).isZero();
    }

    @Test
    void a_platform_that_is_down_or_stalls_is_tried_again_later_and_holds_nothing() {
        platform.mode = "stalls";
        String number = sends("image", "");
        long from = System.nanoTime();
        run("inbound-media");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        platform.mode = "down";
        int before = platform.asked.get();
        run("inbound-media");
        assertThat(platform.asked.get()).as("not before its pause is over").isEqualTo(before);
        clock.pass(Duration.ofMinutes(2));
        run("inbound-media");
        assertThat(platform.asked.get()).isEqualTo(before + 1);
        platform.mode = "expired"; // the token; the next try has a new one
        clock.pass(Duration.ofMinutes(6));
        run("inbound-media");
        assertThat(of(number)).isEmpty();
        clock.pass(Duration.ofMinutes(31));
        run("inbound-media");
        assertThat(of(number)).containsExactly("附件1.png");
    }

    @Test
    void what_is_not_there_any_more_or_could_not_be_had_in_three_days_lies_among_the_rejects() {
        platform.mode = "gone";
        sends("image", "");
        run("inbound-media");
        assertThat(rejected()).containsExactly("media media");
        platform.mode = "down";
        sends("image", "<PicUrl>x</PicUrl>");
        for (int day = 0; day < 8; day++) {
            run("inbound-media");
            clock.pass(Duration.ofHours(12));
        }
        assertThat(awaited()).isZero();
        assertThat(jdbc.sql("select count(*) from inbound.received where state = 'REJECTED'")
                        .query(Long.class)
                        .single())
                .as("the same file of the same source is one reject")
                .isEqualTo(1);
    }

    private List<String> rejected() {
        return jdbc.sql("select event || ' ' || reason from inbound.received where state = 'REJECTED'")
                .query(String.class)
                .list();
    }

    @Test
    void nothing_more_is_fetched_for_a_person_who_is_forgotten() {
        String number = sends("image", "");
        EndedMatter matter = new EndedMatter(
                UUID.randomUUID(), number, UUID.randomUUID(), Identity.UNNAMED.scrub(), clock.instant());
        transaction.executeWithoutResult(_ -> forgets.stream()
                .filter(f -> f.getClass().getName().contains("ForgottenInbound"))
                .forEach(f -> f.forget(matter)));
        assertThat(awaited()).isZero();
    }
}
