package org.shouwen.upgrade;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.shouwen.Shouwen;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.jobs.Job;
import org.shouwen.simulation.Year;
import org.shouwen.starter.Past;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Makes the export of a release that later builds must be able to take over: a small year, every act at least once,
 * people signed in, forms half typed. Run once when a version is released: {@code KeptCity WORK-FOLDER OUTPUT-FOLDER}.
 */
public final class KeptCity {
    static final String BROWSER = "upgrade-test";
    static final String BODY = """
        {"channel":"wechat","channelRef":"example-reference","kind":"livelihood","place":"210603","title":"同一请求只收一次","content":"同一请求只收一次，示例。",
         "appellant":{"name":"冯示例","phone":"13800008888"}}\
        """;

    static final class MovedClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-02-02T01:00:00Z");

        @Override
        public Instant instant() {
            return Past.then().orElse(now);
        }
    }

    static class Clocked {
        @Bean
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    private KeptCity() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        Files.createDirectories(home.resolve("editions"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Map.of());
                ConfigurableApplicationContext context = new SpringApplicationBuilder(Clocked.class, Shouwen.class)
                        .web(WebApplicationType.SERVLET)
                        .properties(Map.of(
                                "shouwen.home", home.toString(),
                                "spring.datasource.url", postgres.jdbcUrl(),
                                "spring.datasource.username", postgres.user(),
                                "spring.datasource.password", postgres.password()))
                        .registerShutdownHook(false)
                        .run("--server.port=0")) {
            MovedClock clock = context.getBean(MovedClock.class);
            Map<String, Object> facts = new LinkedHashMap<>();
            Year.Outcomes year =
                    new Year(new Year.Size(600, 40, 7), context, t -> clock.now = t, System.out::println).run();
            System.out.println(year.figures() + " " + year.findings());
            KeptActs acts = new KeptActs(context, t -> clock.now = t, "2029-02-12T09:00");
            run(context, "retention", "shorter-terms", "history-sealing");
            new KeptOrders(acts).all();
            facts.putAll(new KeptAppeals(acts).all());
            KeptAuthority authority = new KeptAuthority(acts);
            authority.all();
            KeptOffice office = new KeptOffice(acts);
            office.all();
            for (int i = 0; i < 3; i++) acts.closed("示例已办结" + i);
            acts.pass(Duration.ofDays(1));
            run(context, "supervision-callback-draw", "workorder-overdue", "supervision-escalation", "history-sealing");
            authority.untruthful();
            acts.dispatched("示例最后一件");
            facts.put("drafts", office.drafts());
            int port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
            Map<String, Object> sessions = new LinkedHashMap<>();
            for (String login : KeptActs.logins()) sessions.put(login, signIn(port, login));
            facts.put("sessions", sessions);
            String token = context.getBean(Accounts.class).token("integration", Set.of(Role.AGENT), null);
            facts.put("token", token);
            facts.put("taken", post(port, token));
            facts.put("at", acts.now().toString());
            KeptExport.write(postgres, home, Path.of(args[1]), facts);
        }
    }

    private static void run(ConfigurableApplicationContext context, String... names) {
        for (String name : names)
            context.getBeansOfType(Job.class).values().stream()
                    .filter(j -> j.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .run();
    }

    /** The session's cookie, and the token of a form that was opened in it. */
    private static Map<String, String> signIn(int port, String login) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
        String base = "http://127.0.0.1:" + port;
        String page = http.send(request(base + "/sign-in").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String token = token(page);
        String form = "username=" + login + "&password=shouwen-demo&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        http.send(
                request(base + "/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> home = http.send(request(base + "/home").build(), HttpResponse.BodyHandlers.ofString());
        if (!home.uri().getPath().equals("/home") && home.body().contains("name=\"password\""))
            throw new IllegalStateException(login + " " + home.uri());
        String form2 = http.send(request(base + "/password").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String cookie = cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("shouwen"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return Map.of("cookie", cookie, "token", token(form2));
    }

    private static String token(String page) {
        return page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    }

    static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("User-Agent", BROWSER)
                .header("Accept", "text/html");
    }

    static String post(int port, String token) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/appeals"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "upgrade-1")
                                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
