package org.shouwen.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before an object store, hands everything on, and can take no more after so many objects were put. */
final class StoreThatStops implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding", "http2-settings");

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String behind;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger puts = new AtomicInteger();

    /** @param behind the store's address, without a bucket */
    StoreThatStops(String behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** After so many more it refuses everything. */
    void takes(int objects) {
        left.set(objects);
    }

    /** How many objects were put in all. */
    int puts() {
        return puts.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean put = exchange.getRequestMethod().equals("PUT");
            if (left.get() <= 0 || (put && left.getAndDecrement() <= 0)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)))
                    values.forEach(v -> request.header(name, v));
            });
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (put && answer.statusCode() == 200) puts.incrementAndGet();
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name))
                    exchange.getResponseHeaders().put(name, values);
            });
            byte[] said = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
