package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A body that is called a form is read as one that is called nothing (Art. 2): WeChat's, and wherever a door reads bytes. */
@ShouwenTest
@TestPropertySource(
        properties = {
            "shouwen.wechat.token=t",
            "shouwen.wechat.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "shouwen.wechat.app-id=wx1"
        })
class CalledAFormTest {
    private static final Pattern READS =
            Pattern.compile("request\\.get(InputStream|Reader)\\(|@RequestBody (final )?(byte\\[\\]|InputStream)");
    private static final WechatCrypto PLATFORM =
            new WechatCrypto("t", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx1");

    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String sent(String type, String id) throws Exception {
        String sealed = PLATFORM.encrypted(
                "<xml><ToUserName>gh</ToUserName><FromUserName>oFORM_1234567890-abcdefgh</FromUserName><CreateTime>1763863100</CreateTime>"
                        + "<MsgType>text</MsgType><Content>楼道灯坏了 100% &amp; 一周</Content><MsgId>" + id
                        + "</MsgId></xml>");
        String signature = PLATFORM.signature("1763863100", "n", sealed);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port
                                        + "/api/channels/wechat?timestamp=1763863100&nonce=n&msg_signature="
                                        + signature))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "<xml><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=gbk",
                "multipart/form-data; boundary=x"
            })
    void a_message_of_WeChat_is_an_appeal_whatever_it_is_called(String type) throws Exception {
        clock.set("2026-11-23T10:00");
        jdbc.sql("delete from inbound.received").update();
        assertThat(sent(type, "" + (9000 + type.length()))).isEqualTo("success");
        jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
        assertThat(jdbc.sql("select state || came_of_it || reason from inbound.received")
                        .query(String.class)
                        .list())
                .containsExactly("DONEOPENED");
    }

    /** Bytes are read below {@code /api/channels/} alone, where nobody takes them apart first, or where a form is refused (415). */
    @Test
    void no_other_door_reads_bytes_itself() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> readers = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> text(f).contains("@PostMapping")
                            && READS.matcher(text(f)).find())
                    .toList();
            assertThat(readers)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(
                            f -> assertThat(text(f)).containsPattern("@PostMapping\\((\"/api/channels/|consumes = )"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
