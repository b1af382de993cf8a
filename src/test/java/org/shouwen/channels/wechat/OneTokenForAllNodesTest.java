package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** Several nodes ask the platform for a token each, and none ends the token of another. */
class OneTokenForAllNodesTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger old = new AtomicInteger();
    private HttpServer platform;

    @BeforeEach
    void platform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        platform.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/cgi-bin/".length());
            asked.add(path);
            exchange.getRequestBody().readAllBytes();
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] answer = answer(path, query).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
    }

    /** By the platform's rule each token of the old interface ends the one before it. */
    private String answer(String path, String query) {
        if (path.equals("stable_token")) return "{\"access_token\":\"S\",\"expires_in\":7200}";
        if (path.equals("token"))
            return "{\"access_token\":\"T%d\",\"expires_in\":7200}".formatted(old.incrementAndGet());
        boolean holds = query.endsWith("=S") || query.endsWith("=T" + old.get());
        return holds ? "{\"errcode\":0}" : "{\"errcode\":40001}";
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    private WechatAccount node() {
        return new WechatAccount(
                "wx",
                "secret",
                "http://127.0.0.1:" + platform.getAddress().getPort(),
                5_000,
                JsonMapper.builder().build(),
                new TestClock());
    }

    @Test
    void two_nodes_in_turn_ask_for_one_token_each() throws IOException {
        WechatAccount one = node();
        WechatAccount two = node();
        for (WechatAccount each : List.of(one, two, one, two))
            assertThat(each.post("message/custom/send", Map.of("touser", "o"))
                            .path("errcode")
                            .asInt())
                    .isZero();
        assertThat(asked.stream().filter(p -> p.endsWith("token"))).hasSize(2);
        assertThat(asked).hasSize(6);
    }
}
