package org.shouwen.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles 12.3 and 13.7: whoever must be told is told; what could not be carried comes back to the desk. */
class DeliveryTest extends BrowserTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final List<String> carried = new CopyOnWriteArrayList<>();
    private static final AtomicInteger status = new AtomicInteger(200);
    private static @Nullable HttpServer gateway;

    @Autowired
    Delivery delivery;

    @Autowired
    Templates templates;

    @Autowired
    Intake intake;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            carried.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        gateway = server;
        registry.add(
                "shouwen.sms.url",
                () -> "http://localhost:" + server.getAddress().getPort() + "/sms");
        registry.add("shouwen.sms.token", () -> "gateway-secret");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) gateway.stop(0);
    }

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        status.set(200);
        while (delivery.carry() > 0) Thread.onSpinWait(); // what the starter city tells
        jdbc.sql("update messages.outbox set state = 'SENT' where state <> 'SENT'")
                .update();
        carried.clear();
    }

    private String taken(@Nullable String phone) {
        NewAppeal a = AnAppeal.saying("问一下办证时间").kind("consultation").by(Identity.of("", phone, "", null));
        return intake.take(a, new Disposition.Answered("周一到周五"), Origin.of(AGENT, null), AGENT)
                .orThrow()
                .number();
    }

    private String state(String number) {
        return jdbc.sql("select state from messages.outbox where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    @Test
    void carried_once_to_the_persons_number_with_an_id_of_its_own() {
        String number = taken("138 1111 6601");
        assertThat(delivery.carry()).isEqualTo(1);
        assertThat(delivery.carry()).isZero();
        assertThat(state(number)).isEqualTo("SENT");
        assertThat(carried).singleElement().satisfies(c -> {
            assertThat(c).startsWith("Bearer gateway-secret ");
            JsonNode body = json.readTree(c.substring(c.indexOf('{')));
            assertThat(body.get("to").asString()).isEqualTo("13811116601");
            assertThat(body.get("text").asString()).contains(number, "周一到周五");
            assertThat(UUID.fromString(body.get("id").asString())).isNotNull();
        });
    }

    @Test
    void a_gateway_that_is_down_is_tried_again_later_and_then_comes_back_to_the_desk() {
        String number = taken("13811116602");
        status.set(503);
        assertThat(delivery.carry()).isEqualTo(1);
        assertThat(delivery.carry()).isZero();
        for (Duration wait :
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2))) {
            clock.pass(wait);
            assertThat(delivery.carry()).isEqualTo(1);
            assertThat(state(number)).isEqualTo("NEW");
        }
        clock.pass(Duration.ofHours(12));
        assertThat(delivery.carry()).isEqualTo(1);
        assertThat(state(number)).isEqualTo("FAILED");
        assertThat(carried.stream().map(c -> c.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")))
                .hasSize(6)
                .containsOnly(carried.getFirst().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
        assertThat(delivery.undelivered(AGENT, null, 10).items())
                .extracting(Delivery.Undelivered::number)
                .containsExactly(number);
        status.set(200);
        delivery.again(delivery.undelivered(AGENT, null, 10).items().getFirst().id(), AGENT);
        assertThat(delivery.carry()).isEqualTo(1);
        assertThat(state(number)).isEqualTo("SENT");
    }

    @Test
    void what_the_gateway_refuses_or_nobody_can_be_called_for_comes_back_at_once() {
        status.set(400);
        String refused = taken("13811116603");
        String nobody = taken(null);
        delivery.carry();
        assertThat(state(refused)).isEqualTo("FAILED");
        assertThat(state(nobody)).isEqualTo("NO_NUMBER");
        assertThat(carried).hasSize(1);
    }

    @Test
    void what_no_short_message_reaches_is_told_otherwise_and_never_counts_as_told() {
        List<String> lines =
                List.of("0415-3123456", "3123456", "4001234567", "0415-3123456转801", "12345", "+852 2123 4567");
        for (String line : lines) {
            String number = taken(line);
            delivery.carry();
            assertThat(state(number)).as(line).isEqualTo("NO_NUMBER");
            assertThat(delivery.undelivered(AGENT, null, 50).items())
                    .filteredOn(u -> u.number().equals(number))
                    .singleElement()
                    .matches(u -> u.why().equals(Delivery.Undelivered.NO_MOBILE) && !u.carriable());
        }
        assertThat(carried).isEmpty();
        String abroad = taken("+852 9123 4567");
        delivery.carry();
        assertThat(state(abroad)).isEqualTo("SENT");
    }

    @Test
    void a_template_says_only_what_the_moment_tells() {
        assertThat(templates.preview(
                        NotificationType.DISPATCHED, "{unit}在{day}前答复（{number}）", "1", List.of("住建局", "1月1日")))
                .isEqualTo("住建局在1月1日前答复（1）");
        for (String bad : List.of("{phone}", "{", "}", "{unit", "{}"))
            assertThatThrownBy(() -> templates.keep(NotificationType.DISPATCHED, Templates.Way.SMS, bad, Actor.SYSTEM))
                    .as(bad)
                    .isInstanceOf(BadInput.class);
        for (NotificationType m : NotificationType.values())
            assertThat(templates.text(m, Templates.Way.PORTAL))
                    .as(m.name())
                    .doesNotContainPattern("\\{\\d")
                    .satisfies(t -> templates.preview(m, t, "1", List.of()));
        String was = templates.text(NotificationType.ANSWERED, Templates.Way.SMS);
        templates.keep(NotificationType.ANSWERED, Templates.Way.SMS, "短信：{answer}$1\\", Actor.SYSTEM);
        String number = taken("13811116604");
        delivery.carry();
        assertThat(carried.getFirst()).contains("短信：周一到周五$1");
        assertThat(outbox.of(number).getFirst().text()).contains("您的诉求");
        templates.keep(NotificationType.ANSWERED, Templates.Way.SMS, " ", Actor.SYSTEM);
        assertThat(templates.text(NotificationType.ANSWERED, Templates.Way.SMS)).isEqualTo(was);
    }

    @Test
    void words_are_changed_with_a_preview_and_the_undelivered_are_told_otherwise_on_the_screens() {
        Page admin = as("admin");
        admin.click("nav >> text=告知用语");
        assertThat(admin.locator("h1")).hasText("告知用语");
        // asked anew from here: a function that waits within the page is stopped by the page's own policy
        admin.waitForCondition(() -> Boolean.TRUE.equals(admin.evaluate(
                "!!(window.htmx && document.querySelector('textarea[hx-post]')['htmx-internal-data'])")));
        var form = admin.locator("form[action$='/DISPATCHED/PORTAL']");
        form.locator("textarea").fill("您的事（{number}）已交{unit}");
        assertThat(admin.locator("#p-DISPATCHEDPORTAL")).hasText("您的事（20260930-000042）已交市住建局");
        form.locator("textarea").fill("您的事已交{who}");
        assertThat(admin.locator("#p-DISPATCHEDPORTAL")).containsText("可用：{number} {unit} {day}");
        form.locator("button").click();
        assertThat(admin.locator("form[action$='/DISPATCHED/PORTAL'] textarea")).hasValue("您的事已交{who}");
        shot(admin, "templates");
        admin.locator("form[action$='/DISPATCHED/PORTAL'] textarea").fill("您的事（{number}）已交{unit}");
        admin.locator("form[action$='/DISPATCHED/PORTAL'] button").click();
        assertThat(admin.locator(".sw-told")).containsText("已保存");
        templates.keep(NotificationType.DISPATCHED, Templates.Way.PORTAL, "", Actor.SYSTEM);

        String number = taken(null);
        delivery.carry();
        Page agent = as("agent");
        agent.click("nav >> text=未送达");
        assertThat(agent.locator("table")).containsText(number);
        shot(agent, "undelivered");
        agent.fill("[name=how]", "已寄信");
        agent.click("button:text-is('已告知')");
        assertThat(agent.locator("main")).containsText("都已送达");
        assertThat(state(number)).isEqualTo("SETTLED");
        assertThat(scriptErrors).isEmpty();
    }
}
