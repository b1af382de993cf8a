package org.shouwen.channels.exchange;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another office's system that speaks the format as docs/channels/exchange.md says it, and uses nothing of the product: it
 * signs, checks signatures and answers by itself.
 */
final class Peer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What it got, and whether it was signed rightly. */
    record Got(String id, boolean signed, JsonNode message) {}

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch never = new CountDownLatch(1);
    private final String secret;
    final List<Got> got = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile boolean silent;

    /** @param secret as the platform's people have told it: whsec_… */
    Peer(String secret) throws IOException {
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", e -> {
            byte[] body = e.getRequestBody().readAllBytes();
            if (silent)
                try {
                    never.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            var h = e.getRequestHeaders();
            String id = h.getFirst("webhook-id");
            String wanted = sign(id, h.getFirst("webhook-timestamp"), body);
            if (status == 200)
                got.add(new Got(id, wanted.equals(h.getFirst("webhook-signature")), JSON.readTree(body)));
            e.sendResponseHeaders(status, -1);
            e.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shouwen";
    }

    /** Messages of an event, in the order in which they came. */
    List<JsonNode> of(String event) {
        return got.stream()
                .map(Got::message)
                .filter(m -> m.path("event").asString("").equals(event))
                .toList();
    }

    HttpResponse<String> send(int port, String partner, String id, String json, Instant at) throws Exception {
        return send(port, partner, id, json.getBytes(StandardCharsets.UTF_8), at);
    }

    HttpResponse<String> send(int port, String partner, String id, byte[] body, Instant at) throws Exception {
        return send(port, partner, id, body, at, "application/json");
    }

    /** @param type as which the body is sent, whatever it is */
    HttpResponse<String> send(int port, String partner, String id, byte[] body, Instant at, String type)
            throws Exception {
        String timestamp = Long.toString(at.getEpochSecond());
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + port + "/api/channels/exchange/" + partner + "/messages"))
                        .header("Content-Type", type)
                        .header("webhook-id", id)
                        .header("webhook-timestamp", timestamp)
                        .header("webhook-signature", sign(id, timestamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asks who was erased since. */
    HttpResponse<String> erasures(int port, String partner, Instant since, Instant at) throws Exception {
        return erasures(port, partner, since, "", at);
    }

    /** @param after where the page before ended; empty for the first */
    HttpResponse<String> erasures(int port, String partner, Instant since, String after, Instant at) throws Exception {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] asked = ("erasures since " + since + (after.isEmpty() ? "" : " after " + after))
                .getBytes(StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/channels/exchange/" + partner
                                + "/erasures?since=" + since + "&after=" + after))
                        .header("webhook-id", "q1")
                        .header("webhook-timestamp", timestamp)
                        .header("webhook-signature", sign("q1", timestamp, asked))
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        never.countDown();
        server.stop(0);
    }
}
