package org.shouwen.channels.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform's side of media of an official account, which does what a test says. */
final class WechatPlatform implements AutoCloseable {
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] VOICE = "#!AMR\n0123456789".getBytes(StandardCharsets.ISO_8859_1);

    private final HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    final AtomicInteger asked = new AtomicInteger();
    volatile String mode = "";

    WechatPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/cgi-bin/stable_token", x -> answer(x, "application/json", utf8("{\"access_token\":\"T\"}")));
        server.createContext("/cgi-bin/media/get", this::media);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void media(HttpExchange x) throws IOException {
        asked.incrementAndGet();
        switch (mode) {
            case "voice" -> answer(x, "audio/amr", VOICE);
            case "expired" -> {
                mode = "";
                answer(x, "text/plain", utf8("{\"errcode\":42001,\"errmsg\":\"access_token expired\"}"));
            }
            case "gone" -> answer(x, "text/plain", utf8("{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}"));
            case "down" -> {
                x.sendResponseHeaders(503, -1);
                x.close();
            }
            case "stalls" -> { // a head, some octets, and nothing more
                x.sendResponseHeaders(200, PNG.length);
                x.getResponseBody().write(PNG, 0, 10);
                x.getResponseBody().flush();
                untilTheEnd();
            }
            default -> answer(x, "image/png", PNG);
        }
    }

    private void untilTheEnd() {
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

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
