package org.shouwen;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody without an account and without script, on the portal's own pages. */
public final class Citizen {
    private static final Pattern FIELD = Pattern.compile("name=\"(_csrf|key)\"[^>]*value=\"([^\"]*)\"");
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    public Citizen(int port) {
        base = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The hidden fields of a page's form. */
    public Map<String, String> hidden(String path) throws IOException, InterruptedException {
        Map<String, String> hidden = new HashMap<>();
        Matcher m = FIELD.matcher(get(path).body());
        while (m.find()) hidden.put(m.group(1), m.group(2));
        return hidden;
    }

    /** Sends a form as a browser without script does. */
    public HttpResponse<String> post(String path, Map<String, String> hidden, Map<String, String> typed)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(hidden);
        all.putAll(typed);
        String body = all.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
