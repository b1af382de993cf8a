package org.shouwen.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What units are told is carried to those who want it, to the number they gave. */
class StaffDeliveryTest extends StaffNoticeStory {
    private static final List<String> carried = new CopyOnWriteArrayList<>();
    private static @Nullable HttpServer gateway;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            carried.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        gateway = server;
        registry.add(
                "shouwen.sms.url",
                () -> "http://localhost:" + server.getAddress().getPort() + "/sms");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) gateway.stop(0);
    }

    @Test
    void who_wants_it_gets_a_short_message_without_a_word_of_the_matter() {
        Page unit = as("heating");
        unit.navigate("/notices");
        unit.fill("[name=mobile]", "0415-3123456");
        unit.check("[name=group][value=NEW]");
        unit.locator("form[action$='/notices/ways'] button").click();
        assertThat(unit.locator("#error-mobile")).containsText("请填写手机号");
        unit.fill("[name=mobile]", "138 1111 0042");
        unit.fill("[name=mail]", "desk@example.invalid");
        unit.locator("form[action$='/notices/ways'] button").click();
        assertThat(unit.locator("[name=mobile]")).hasValue("13811110042");
        shot(unit, "notice-ways");

        carried.clear();
        String number = dispatched(List.of());
        orders.remind(number, "怎么还没来", STAFF.actor());
        delivery.run();
        delivery.run();
        assertThat(carried)
                .singleElement()
                .asString()
                .contains("13811110042", number, "新工单待接收", "09-29 24:00")
                .doesNotContain("暖气", "十五度", "怎么还没来");
        assertThat(jdbc.sql(
                                "select way || ' ' || state from messages.staff_outbox where text like :number order by way")
                        .param("number", "%" + number + "%")
                        .query(String.class)
                        .list())
                .as("there is no carrier for mail yet: it is kept")
                .containsExactly("MAIL NO_CARRIER", "SMS SENT");
    }
}
