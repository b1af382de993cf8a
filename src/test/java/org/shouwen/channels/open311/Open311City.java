package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Intake;
import org.shouwen.channels.open311.GeoReportClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city that publishes three kinds of requests, and a program with a key. */
abstract class Open311City {
    @LocalServerPort
    int port;

    @Autowired
    Open311Commands commands;

    @Autowired
    ApiKeys keys;

    @Autowired
    Publication publication;

    @Autowired
    ForgottenRequests forgets;

    @Autowired
    Appeals appeals;

    @Autowired
    Cases cases;

    @Autowired
    Intake intake;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    GeoReportClient client;
    String key;

    @BeforeEach
    void a_city_that_publishes_three_services() throws Exception {
        client = new GeoReportClient(port);
        assertThat(commands.publish(
                        Files.readString(Path.of("src/test/resources/open311-services.yaml")), false, silent()))
                .isEmpty();
        key = keys.issue("app " + UUID.randomUUID(), "app@example.org", 1000);
        publication.run();
    }

    static PrintStream silent() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    Answer light(String format, String... more) throws Exception {
        String[] fields = {
            "api_key",
            key,
            "service_code",
            "light",
            "lat",
            "40.129120",
            "long",
            "124.354210",
            "attribute[pole]",
            "L-0815",
            "description",
            "路灯三天不亮\n晚上很黑"
        };
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return client.post("/requests." + format, all);
    }

    Appeal appealOf(String id) {
        UUID appeal = jdbc.sql("select appeal from open311.request where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        return appeals.get(numberOf(appeal));
    }

    String numberOf(UUID appeal) {
        return jdbc.sql("select number from intake.appeal where id = :a")
                .param("a", appeal)
                .query(String.class)
                .single();
    }

    List<String> ids(String path) throws Exception {
        Answer a = client.get(path);
        assertThat(a.status()).as(a.text()).isEqualTo(200);
        return a.json()
                .valueStream()
                .map(r -> r.path("service_request_id").asString())
                .toList();
    }

    String idOf(String number) {
        return jdbc.sql(
                        "select id from open311.request where appeal = (select id from intake.appeal where number = :n)")
                .param("n", number)
                .query(String.class)
                .single();
    }
}
