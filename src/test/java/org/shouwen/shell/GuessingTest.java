package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Vault;
import org.shouwen.portal.AppealProgress;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.throttle.Throttle;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever guesses passwords or look-up codes waits longer each time; whoever looks at identities is seen doing it. */
@ShouwenTest
class GuessingTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.DISPATCHER));

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    WorkOrders orders;

    @Autowired
    Vault vault;

    @Autowired
    DisclosureLog ledger;

    @Autowired
    AppealProgress way;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Throttle throttle;

    @Test
    void a_thousand_guesses_at_the_same_moment_are_no_more_than_the_free_ones() throws Exception {
        AtomicInteger through = new AtomicInteger();
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1000; i++)
                all.execute(() -> {
                    if (throttle.take("second", "parallel", 5).isZero()) through.incrementAndGet();
                });
        }
        assertThat(through).hasValue(6); // the one after the free ones is looked at, and makes the next ones wait
        throttle.succeeded("second", "parallel");
        assertThat(throttle.take("second", "parallel", 5)).isZero();
    }

    @Test
    void whoever_has_one_IPv6_address_has_the_whole_network() {
        for (int i = 0; i < 8; i++) throttle.failed("address", "2001:db8:1:2::" + i, 5);
        assertThat(throttle.wait("address", "2001:db8:1:2:ffff::1").isPositive())
                .isTrue();
        assertThat(throttle.wait("address", "2001:db8:1:3::1").isPositive()).isFalse();
    }

    private Receipt appeal(String phone) {
        NewAppeal a = AnAppeal.saying("路灯坏了，请维修")
                .channel("web")
                .location("某小区")
                .happenedAt("昨天")
                .by(Identity.of("沈可见", phone, "", null));
        return intake.submit(a, Origin.portal(null), Actor.APPELLANT);
    }

    private HttpResponse<String> look(String number, String code) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/portal/appeals/" + number))
                        .header("Lookup-Code", code)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void forget() {
        jdbc.sql("delete from throttle.failure").update();
    }

    @Test
    void a_guessed_code_costs_more_each_time_and_the_right_one_is_not_tried_meanwhile() throws Exception {
        forget();
        Receipt r = appeal("13811117701");
        for (int i = 0; i < 11; i++)
            assertThat(look(r.number(), "AAAAAAA" + i % 10).statusCode()).isEqualTo(404);
        HttpResponse<String> waits = look(r.number(), r.code());
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).contains("3");
        assertThat(waits.body()).doesNotContain("路灯");
        clock.pass(Duration.ofSeconds(3));
        assertThat(look(r.number(), r.code()).statusCode()).isEqualTo(200);
        assertThat(look(r.number(), "AAAAAAAA").statusCode()).isEqualTo(404);
        assertThat(look(r.number(), r.code()).headers().firstValue("Retry-After"))
                .contains("5");
        forget();
        for (int i = 0; i < 31; i++)
            assertThat(look("20260930-9" + (10000 + i), "AAAAAAAA").statusCode())
                    .isEqualTo(404);
        assertThat(look(r.number(), r.code()).statusCode()).isEqualTo(429);
        forget();
        assertThat(jdbc.sql("select count(*) from throttle.failure")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_guessed_password_costs_more_each_time() throws Exception {
        forget();
        for (int i = 0; i < 6; i++) assertThat(signIn("agent", "wrong" + i)).contains("failed");
        assertThat(signIn("agent", "shouwen-demo")).contains("wait");
        assertThat(signIn("AGENT ", "shouwen-demo")).contains("wait");
        assertThat(signIn("supervisor", "shouwen-demo")).doesNotContain("wait");
        clock.pass(Duration.ofSeconds(2));
        assertThat(signIn("agent", "shouwen-demo")).doesNotContain("wait").doesNotContain("failed");
        assertThat(signIn("agent", "wrong")).contains("failed"); // the count began anew
        assertThat(signIn("agent", "shouwen-demo")).doesNotContain("wait");
        forget();
    }

    private String signIn(String login, String password) throws Exception {
        HttpClient fresh = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        String base = "http://localhost:" + port;
        String page = fresh.send(
                        HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String token = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        return fresh.send(
                        HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("username=" + login.replace(" ", "%20")
                                        + "&password=" + password + "&_csrf=" + token))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @Test
    void the_appellant_sees_who_looked_and_a_closed_order_opens_nothing_more() throws Exception {
        Receipt r = appeal("13811117702");
        intake.decide(r.number(), new Disposition.Ordered(null, null, null), null, AGENT, null)
                .orThrow();
        orders.act(r.number(), new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), AGENT, null)
                .orThrow();
        CurrentUser unit = new CurrentUser(UUID.randomUUID(), "h", "热力受理", "heating", null, Set.of(Role.UNIT_DESK));
        vault.look(appeals.get(r.number()).appellant(), unit, "10.0.0.7", "电话核实地址");
        assertThat(way.find(new WorkOrderNumber(r.number()), r.code())
                        .orElseThrow()
                        .seen())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.where()).contains("热力");
                    assertThat(s.why()).isEqualTo("电话核实地址");
                });
        clock.set("2026-10-10T23:30");
        vault.look(appeals.get(r.number()).appellant(), unit, "10.0.0.7", "又看一次");
        assertThat(ledger.since(clock.instant().minus(Duration.ofDays(1)), 10))
                .singleElement()
                .satisfies(l -> assertThat(l.why()).isEqualTo("又看一次"));
    }
}
