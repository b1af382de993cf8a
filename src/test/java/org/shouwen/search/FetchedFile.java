package org.shouwen.search;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A file that a form answers with, as its bytes. */
final class FetchedFile {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    FetchedFile(int port) {
        base = "http://localhost:" + port;
    }

    byte[] of(String login, String path) throws Exception {
        String before = token("/sign-in");
        send("/sign-in", "username=" + login + "&password=shouwen-demo&_csrf=" + before);
        return send(path, "_csrf=" + token("/password"));
    }

    private String token(String page) throws Exception {
        String body = http.send(
                        HttpRequest.newBuilder(URI.create(base + page)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return URLEncoder.encode(
                body.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1"), StandardCharsets.UTF_8);
    }

    private byte[] send(String path, String body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
