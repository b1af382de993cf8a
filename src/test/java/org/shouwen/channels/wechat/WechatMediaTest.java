package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] VOICE = "#!AMR\n0123456789".getBytes(StandardCharsets.ISO_8859_1);
    private static final AtomicInteger asked = new AtomicInteger();
    private static final CountDownLatch over = new CountDownLatch(1);
    private static volatile String mode = "";
    private static @Nullable HttpServer platform;

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
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/cgi-bin/token", x -> answer(x, "application/json", json("{\"access_token\":\"T\"}")));
        server.createContext("/cgi-bin/media/get", WechatMediaTest::media);
        server.start();
        platform = server;
        registry.add(
                "shouwen.wechat.api-host",
                () -> "http://127.0.0.1:" + server.getAddress().getPort());
        registry.add("shouwen.wechat.app-id", () -> "wx1");
        registry.add("shouwen.wechat.secret", () -> "s");
        registry.add("shouwen.wechat.answer-millis", () -> 500);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void media(HttpExchange x) throws IOException {
        asked.incrementAndGet();
        switch (mode) {
            case "voice" -> answer(x, "audio/amr", VOICE);
            case "expired" -> {
                mode = "";
                answer(x, "text/plain", json("{\"errcode\":42001,\"errmsg\":\"access_token expired\"}"));
            }
            case "gone" -> answer(x, "text/plain", json("{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}"));
            case "down" -> {
                x.sendResponseHeaders(503, -1);
                x.close();
            }
            case "stalls" -> { // a head, some octets, and nothing more
                x.sendResponseHeaders(200, PNG.length);
                x.getResponseBody().write(PNG, 0, 10);
                x.getResponseBody().flush();
                wait_for_the_end();
            }
            default -> answer(x, "image/png", PNG);
        }
    }

    private static void wait_for_the_end() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange x, String type, byte[] bytes) throws IOException {
        x.getResponseHeaders().set("Content-Type", type);
        x.sendResponseHeaders(200, bytes.length);
        x.getResponseBody().write(bytes);
        x.close();
    }

    @AfterAll
    static void stop() {
        over.countDown();
        if (platform != null) platform.stop(0);
    }

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        mode = "";
        for (String t : List.of("received", "media")) jdbc.sql("delete from inbound." + t).update();
    }

    private void run(String... names) {
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    /** @return the appeal's number */
    private String sends(String type, String more) {
        String id = UUID.randomUUID().toString();
        inbox.take(new InboundMessage("wechat", id, null, json("<xml><FromUserName>oABCdef_" + id.substring(0, 8)
                + "</FromUserName><MsgType>" + type + "</MsgType><MediaId>M-1_x</MediaId>" + more + "</xml>")));
        run("inbound");
        return jdbc.sql("select number from inbound.received where number is not null order by received_at desc limit 1")
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
        assertThat(of(picture)).as("the appeal stands before the picture is fetched").isEmpty();
        run("inbound-media", "inbound-media");
        assertThat(of(picture)).containsExactly("附件1.png");
        mode = "voice";
        String voice = sends("voice", "<Recognition>路灯不亮</Recognition>");
        run("inbound-media");
        assertThat(of(voice)).containsExactly("附件1.amr");
        assertThat(awaited()).isZero();
    }

    @Test
    void a_platform_that_is_down_or_stalls_is_tried_again_later_and_holds_nothing() {
        mode = "stalls";
        String number = sends("image", "");
        long from = System.nanoTime();
        run("inbound-media");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        mode = "down";
        int before = asked.get();
        run("inbound-media");
        assertThat(asked.get()).as("not before its pause is over").isEqualTo(before);
        clock.pass(Duration.ofMinutes(2));
        run("inbound-media");
        assertThat(asked.get()).isEqualTo(before + 1);
        mode = "expired"; // the token; the next try has a new one
        clock.pass(Duration.ofMinutes(6));
        run("inbound-media");
        assertThat(of(number)).isEmpty();
        clock.pass(Duration.ofMinutes(31));
        run("inbound-media");
        assertThat(of(number)).containsExactly("附件1.png");
    }

    @Test
    void what_is_not_there_any_more_or_could_not_be_had_in_three_days_lies_among_the_rejects() {
        mode = "gone";
        sends("image", "");
        run("inbound-media");
        assertThat(rejected()).containsExactly("media media");
        mode = "down";
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
