package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.ScreenClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A clerk registers a visitor or a letter, and gives out a receipt whose QR code opens the look-up. */
class CounterTest extends BrowserTest {
    private static final List<String> DRAWN = new ArrayList<>();
    private static final int SILENT = 0;
    private static final HttpServer MACHINE = machine();
    private static volatile int status = 200;

    private static HttpServer machine() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
            server.createContext("/", exchange -> {
                DRAWN.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                if (status == SILENT) return; // it has the request and says nothing
                byte[] answer = "{\"ticket\":\"A012\",\"ahead\":3}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void hall(DynamicPropertyRegistry registry) {
        registry.add(
                "shouwen.counter.queue-url",
                () -> "http://127.0.0.1:" + MACHINE.getAddress().getPort() + "/tickets");
    }

    @AfterAll
    static void close() {
        MACHINE.stop(0);
    }

    @Test
    void a_visitor_leaves_with_a_receipt_that_opens_the_look_up() {
        Page clerk = as("agent");
        clerk.navigate("/desk/counter?lang=zh");
        clerk.fill("[name=name]", "何其正");
        clerk.fill("[name=phone]", "13800006001");
        clerk.fill("[name=content]", "窗口来访，反映楼道灯不亮，请求维修");
        clerk.locator("[name=kind]").first().check();
        clerk.locator("main button[type=submit]").click();
        assertThat(clerk.locator("h1")).hasText("受理回执");
        String number = clerk.locator(".sw-big").nth(0).textContent();
        String code = clerk.locator(".sw-big").nth(1).textContent();
        assertThat(clerk.locator("main")).containsText("A012");
        assertThat(clerk.locator("main")).containsText("前面还有 3 位");
        assertThat(DRAWN).anyMatch(d -> d.contains(number));
        assertThat(clerk.locator(".in-qr path").getAttribute("d")).startsWith("M4,4h1v1h-1z");
        shot(clerk, "counter-receipt");
        Page visitor = page(390, 844);
        visitor.navigate("/lookup#" + number + "." + code);
        assertThat(visitor.locator("[name=number]")).hasValue(number);
        assertThat(visitor.locator("[name=code]")).hasValue(code);
        assertThat(visitor.url()).doesNotContain(code);
        visitor.locator(".po-go button").click();
        assertThat(visitor.locator("main")).containsText(number);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_letter_draws_no_ticket_and_a_machine_that_is_broken_keeps_nobody_out() throws Exception {
        ScreenClient clerk = ScreenClient.as(port, "dispatcher");
        int before = DRAWN.size();
        Map<String, String> letter = Map.of(
                "key", "0192a000-0000-7000-8000-000000000001",
                "channel", "letter",
                "kind", "livelihood",
                "content", "来信反映路灯不亮");
        assertThat(clerk.upload("/desk/counter", letter, List.of()).statusCode())
                .isEqualTo(302);
        assertThat(clerk.get("/desk/counter/receipt").body()).contains("受理回执").doesNotContain("排队号");
        assertThat(DRAWN).hasSize(before);
        status = 500;
        Map<String, String> visit = Map.of(
                "key", "0192a000-0000-7000-8000-000000000002",
                "channel", "visit",
                "kind", "livelihood",
                "content", "来访反映水压太低");
        assertThat(clerk.upload("/desk/counter", visit, List.of()).statusCode()).isEqualTo(302);
        status = 200;
        assertThat(clerk.get("/desk/counter/receipt").body()).contains("叫号机没有应答");
        Map<String, String> other = Map.of("channel", "phone", "kind", "livelihood", "content", "x");
        assertThat(clerk.upload("/desk/counter", other, List.of()).statusCode()).isEqualTo(422);
        assertThat(clerk.upload("/desk/counter", Map.of("channel", "visit", "name", "留着"), List.of())
                        .body())
                .contains("留着", "is-invalid");
    }

    @Test
    void a_machine_that_accepts_and_never_answers_keeps_nobody_longer_than_its_three_seconds() throws Exception {
        ScreenClient clerk = ScreenClient.as(port, "dispatcher");
        status = SILENT;
        Map<String, String> visit = Map.of(
                "key", "0192a000-0000-7000-8000-000000000003",
                "channel", "visit",
                "kind", "livelihood",
                "content", "来访反映电梯停了");
        long from = System.nanoTime();
        assertThat(clerk.upload("/desk/counter", visit, List.of()).statusCode()).isEqualTo(302);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(8));
        status = 200;
        assertThat(clerk.get("/desk/counter/receipt").body()).contains("受理回执", "叫号机没有应答");
    }
}
