package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.shouwen.TestClock;
import org.shouwen.notification.Address;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Parcel;
import org.shouwen.notification.Tried;
import org.shouwen.peers.StallingProxy;
import tools.jackson.databind.json.JsonMapper;

/** WeChat's interface accepts and never answers, neither for a token nor for a message: tried again, and told so. */
class SilentPlatformTest {
    private static final Tried NO_ANSWER = new Tried(false, true, "NO_ANSWER");

    private static Tried carried(WechatAccount account) {
        Parcel parcel = new Parcel(
                UUID.randomUUID(),
                Address.wechat("oSomebody"),
                1,
                "20261123-000001",
                NotificationType.ANSWERED,
                List.of(),
                "周一九点");
        long from = System.nanoTime();
        Tried tried = new WechatCarrier(account, "", "character_string1", "thing2").carry(parcel);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        return tried;
    }

    @Test
    void neither_a_token_nor_a_message_is_waited_for_longer_than_the_time_set() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        platform.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            String answer = exchange.getRequestURI().getPath().endsWith("token")
                    ? "{\"access_token\":\"AT\",\"expires_in\":7200}"
                    : "{\"errcode\":0}";
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        platform.start();
        try (StallingProxy between = new StallingProxy(platform.getAddress().getPort())) {
            WechatAccount account = new WechatAccount(
                    "wx",
                    "secret",
                    "http://127.0.0.1:" + between.port(),
                    400,
                    JsonMapper.builder().build(),
                    new TestClock());
            between.silent();
            assertThat(carried(account)).isEqualTo(NO_ANSWER);
            between.speaks();
            between.silentAfter("access_token");
            assertThat(carried(account)).isEqualTo(NO_ANSWER);
            assertThat(asked).containsExactly("/cgi-bin/stable_token");
            between.speaks();
            assertThat(carried(account).carried()).isTrue();
            assertThat(asked)
                    .as("the token was kept")
                    .containsExactly("/cgi-bin/stable_token", "/cgi-bin/message/custom/send");
        } finally {
            platform.stop(0);
        }
    }
}
