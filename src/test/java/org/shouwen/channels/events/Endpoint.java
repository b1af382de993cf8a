package org.shouwen.channels.events;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system with an address that takes events, on a port of its own. */
final class Endpoint implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A request as it came. */
    record Got(String id, String timestamp, String signature, byte[] body) {
        JsonNode events() {
            return JSON.readTree(body);
        }
    }

    private final HttpServer server;
    private final CountDownLatch never = new CountDownLatch(1);
    final List<Got> got = new CopyOnWriteArrayList<>();
    volatile int status = 204;
    volatile boolean silent;
    volatile long slow;

    Endpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", e -> {
            byte[] body = e.getRequestBody().readAllBytes();
            var h = e.getRequestHeaders();
            try {
                if (silent) never.await();
                if (slow > 0) never.await(slow, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            got.add(new Got(
                    h.getFirst("webhook-id"), h.getFirst("webhook-timestamp"), h.getFirst("webhook-signature"), body));
            e.sendResponseHeaders(status, -1);
            e.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<JsonNode> events() {
        return got.stream().flatMap(g -> g.events().valueStream()).toList();
    }

    @Override
    public void close() {
        never.countDown();
        server.stop(0);
    }
}
