package org.shouwen;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Screens without a browser: a session, its forms and what they answer. */
public final class ScreenClient {
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String csrf;

    private ScreenClient(int port, String login, String password) throws IOException, InterruptedException {
        base = "http://localhost:" + port;
        String before = token(get("/sign-in").body());
        HttpResponse<String> in =
                send(form("/sign-in", Map.of("username", login, "password", password, "_csrf", before)));
        if (in.headers().firstValue("Location").orElse("").contains("failed"))
            throw new IllegalStateException("not signed in: " + login);
        csrf = token(get("/password").body());
    }

    private ScreenClient(int port) throws IOException, InterruptedException {
        base = "http://localhost:" + port;
        csrf = token(get("/ask/livelihood").body());
    }

    /** Not signed in: a citizen's session. */
    public static ScreenClient nobody(int port) throws IOException, InterruptedException {
        return new ScreenClient(port);
    }

    /** Signed in with an account of the demonstration city. */
    public static ScreenClient as(int port, String login) throws IOException, InterruptedException {
        return new ScreenClient(port, login, "shouwen-demo");
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** Sends a form as the page would, with its token against forgery. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", csrf);
        return send(form(path, all));
    }

    /** A file of a form. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    public record Upload(String field, String name, byte[] bytes) {}

    /** Sends a form with a file, as a page would. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String field, String name, byte[] bytes)
            throws IOException, InterruptedException {
        return upload(path, fields, java.util.List.of(new Upload(field, name, bytes)));
    }

    /** Sends a form with files, as a page would. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, java.util.List<Upload> files)
            throws IOException, InterruptedException {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", csrf);
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (Map.Entry<String, String> f : all.entrySet())
            body.write("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(f.getKey(), f.getValue())
                    .getBytes(StandardCharsets.UTF_8));
        for (Upload file : files) {
            body.write("--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                    .formatted(file.field(), file.name())
                    .getBytes(StandardCharsets.UTF_8));
            body.write(file.bytes());
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file as it is sent. */
    public byte[] bytes(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
        return page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }
}
