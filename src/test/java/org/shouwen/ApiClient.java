package org.shouwen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An integrator with a token. */
public final class ApiClient {
    private static final String BOUNDARY = "----shouwen";
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;
    private final String token;

    public ApiClient(int port, String token) {
        this.base = "http://localhost:" + port;
        this.token = token;
    }

    public static ApiClient of(int port, Accounts accounts, String name, Role role, @Nullable String unit) {
        return new ApiClient(port, accounts.token(name, Set.of(role), unit));
    }

    /** What was answered; an empty body is an empty object. */
    public record Answer(int status, JsonNode body) {
        public String text(String pointer) {
            return body.at(pointer).asString("");
        }

        /** The body of an answer that must be a success. */
        public JsonNode ok() {
            if (status / 100 != 2) throw new AssertionError(status + " " + body);
            return body;
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public Answer post(String path, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"),
                path);
    }

    public Answer send(String method, String path, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder()
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"),
                path);
    }

    public Answer upload(String path, String name, byte[] bytes) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY),
                path);
    }

    private Answer send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        HttpResponse<String> r =
                http.send(request.uri(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        String type = r.headers().firstValue("Content-Type").orElse("");
        return new Answer(r.statusCode(), type.contains("json") ? json.readTree(r.body()) : json.createObjectNode());
    }
}
