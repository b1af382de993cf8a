package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.jobs.Job;
import org.shouwen.notification.Address;
import org.shouwen.notification.Delivery;
import org.shouwen.notification.OptOuts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** "Sent" is not "delivered": reports come early, twice and for each part; who wants nothing is told otherwise. */
@ShouwenTest
class SmsDeliveryTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final List<String> carried = new CopyOnWriteArrayList<>();
    private static volatile List<String> ids = List.of();
    private static volatile Consumer<String> beforeAnswer = _ -> {};
    private static @Nullable HttpServer gateway;

    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    Delivery delivery;

    @Autowired
    Intake intake;

    @Autowired
    OptOuts optOuts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            carried.add(body);
            beforeAnswer.accept(body);
            byte[] answer = ids.isEmpty()
                    ? "OK".getBytes(StandardCharsets.UTF_8)
                    : ("{\"ids\":[\"" + String.join("\",\"", ids) + "\"]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        gateway = server;
        registry.add(
                "shouwen.sms.url",
                () -> "http://localhost:" + server.getAddress().getPort() + "/sms");
        registry.add("shouwen.sms.inbound-token", () -> "gateway-secret");
        registry.add("shouwen.sms.number", () -> "10690012345");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) gateway.stop(0);
    }

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        ids = List.of();
        beforeAnswer = _ -> {};
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        carried.clear();
    }

    private void carry() {
        for (String name : List.of("message-delivery", "carry-sms"))
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    private String taken(String phone) {
        return intake.take(
                        AnAppeal.saying("问一下办证时间").kind("consultation").by(Identity.of("", phone, "", null)),
                        new Disposition.Answered("周一到周五"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
    }

    private String state(String number) {
        return jdbc.sql(
                        "select state || coalesce(' ' || nullif(failed, ''), '') from messages.outbox where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private void report(String id, String status) {
        try {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port
                                    + "/api/channels/sms/reports?token=gateway-secret&id=" + id + "&status=" + status))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sent_becomes_delivered_by_the_report_and_a_second_one_changes_nothing() {
        String number = taken("13811118801");
        carry();
        assertThat(state(number)).isEqualTo("SENT");
        String id = json.readTree(carried.getFirst()).get("id").asString();
        report(id, "8");
        assertThat(state(number)).as("accepted only").isEqualTo("SENT");
        report(id, "DELIVRD");
        report(id, "DELIVRD");
        report(id, "UNDELIV");
        assertThat(state(number)).isEqualTo("DELIVERED");
    }

    @Test
    void a_report_that_comes_before_the_gateway_has_answered_counts() {
        beforeAnswer = body -> report("early-1", "DELIVRD");
        ids = List.of("early-1");
        String number = taken("13811118802");
        carry();
        assertThat(state(number)).isEqualTo("DELIVERED");
    }

    @Test
    void a_message_in_parts_is_delivered_when_all_are_and_failed_when_one_is() {
        ids = List.of("p1", "p2", "p3");
        String number = taken("13811118803");
        carry();
        report("p1", "DELIVRD");
        report("p3", "DELIVRD");
        assertThat(state(number)).isEqualTo("SENT");
        report("p2", "DELIVRD");
        assertThat(state(number)).isEqualTo("DELIVERED");
        ids = List.of("q1", "q2");
        String other = taken("13811118804");
        carry();
        report("q1", "DELIVRD");
        report("q2", "EXPIRED");
        assertThat(state(other)).isEqualTo("FAILED EXPIRED");
        assertThat(delivery.undelivered(AGENT, null, 50).items())
                .extracting(Delivery.Undelivered::number)
                .contains(other);
    }

    @Test
    void who_wants_no_messages_is_sent_none_and_stands_on_the_list_to_be_told_otherwise() {
        optOuts.out(Address.of(Phone.parse("p", "13811118805")));
        String number = taken("13811118805");
        carry();
        assertThat(carried).isEmpty();
        assertThat(delivery.undelivered(AGENT, null, 50).items())
                .filteredOn(u -> u.number().equals(number))
                .singleElement()
                .matches(u -> u.why().equals(Delivery.Undelivered.OPTED_OUT) && !u.carriable());
    }

    @Test
    void each_appeal_of_a_person_has_digits_of_its_own_behind_the_number() {
        taken("13811118806");
        taken("13811118806");
        carry();
        assertThat(carried.stream().map(c -> json.readTree(c).get("extension").asString()))
                .containsExactlyInAnyOrder("01", "02");
    }

    @Test
    void a_report_that_can_not_be_read_lies_among_the_rejects() {
        report("x1", "WHATEVER");
        assertThat(jdbc.sql("select reason from inbound.received where event = 'report'")
                        .query(String.class)
                        .list())
                .containsExactly("report");
    }
}
