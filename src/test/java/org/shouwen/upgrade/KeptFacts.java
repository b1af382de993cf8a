package org.shouwen.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of the city that a version left behind, and the browsers that were open in it. */
final class KeptFacts {
    static final JsonNode ALL = read();

    private KeptFacts() {}

    private static JsonNode read() {
        try (InputStream in = KeptFacts.class.getResourceAsStream(KeptImport.RELEASE + KeptExport.FACTS)) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same browser, with the cookie that it got from the version before. */
    static HttpRequest.Builder asBefore(int port, String login, String path) {
        String cookie = ALL.at("/sessions/" + login + "/cookie").asString();
        return KeptCity.request("http://127.0.0.1:" + port + path).header("Cookie", "shouwen=" + cookie);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
