package org.shouwen.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has signed in at the screens: the cookies, and the token that every form carries. */
record ScreenSession(String headers, String csrf) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String PASSWORD = "shouwen-demo";

    /** A session belongs to the program and the address that signed in. */
    private static final String PROGRAM = "shouwen-bench";

    /** @param login of an account of the demonstration */
    static ScreenSession signedIn(int port, String login) throws Exception {
        CookieManager cookies = new CookieManager();
        String base = "http://127.0.0.1:" + port;
        try (HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String before = token(get(http, base + "/sign-in"));
            HttpRequest in = HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                    .header("User-Agent", PROGRAM)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            fields("username", login, "password", PASSWORD, "_csrf", before)))
                    .build();
            http.send(in, HttpResponse.BodyHandlers.discarding());
            String csrf = token(get(http, base + "/password"));
            String sent = cookies.getCookieStore().getCookies().stream()
                    .map(c -> c.getName() + "=" + c.getValue())
                    .collect(Collectors.joining("; "));
            return new ScreenSession("User-Agent: " + PROGRAM + "\r\nCookie: " + sent + "\r\n", csrf);
        }
    }

    private static String get(HttpClient http, String address) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("User-Agent", PROGRAM)
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static String token(String page) {
        Matcher m = TOKEN.matcher(page);
        if (!m.find()) throw new IllegalStateException("no form: " + page);
        return m.group(1);
    }

    /** Names and values in turn, as a form sends them, with the token. */
    String form(String... fields) {
        return fields(fields) + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
    }

    private static String fields(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return form.toString();
    }
}
