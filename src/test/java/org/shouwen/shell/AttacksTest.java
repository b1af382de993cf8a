package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.bench.Drip;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The usual attacks, by name. */
@ShouwenTest
@TestPropertySource(
        properties = {
            "shouwen.proxy=127.0.0.9",
            "shouwen.statement-timeout=20",
            "server.tomcat.connection-timeout=4s",
            "shouwen.arrival=2s"
        })
class AttacksTest {
    private static final Duration DROPS = Duration.ofMillis(100);

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiErrors errors;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder r = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) r.headers(headers);
        return http.send(r.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder r = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(30))
                .POST(body);
        if (headers.length > 0) r.headers(headers);
        return http.send(r.build(), HttpResponse.BodyHandlers.ofString());
    }

    private ApiClient desk() {
        return ApiClient.of(port, accounts, "attacked-desk", Role.DISPATCHER, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' or '1'='1", "20260930-000001'--", "x'; drop table intake.appeal; --", "1 union select 1"})
    void sql_injection(String input) throws Exception {
        String encoded = URLEncoder.encode(input, StandardCharsets.UTF_8);
        ScreenClient agent = ScreenClient.as(port, "agent");
        // what is typed round a number is left out: the number alone is looked for
        assertThat(agent.post("/search", Map.of("q", input)).statusCode()).isIn(200, 302);
        assertThat(agent.get("/search?q=" + encoded).statusCode()).isEqualTo(200);
        assertThat(agent.get("/desk/appeals?after=" + encoded).statusCode())
                .as("no place in a list")
                .isEqualTo(422);
        assertThat(agent.get("/desk/intake/places?placeName=" + encoded).body()).doesNotContain("<option");
        assertThat(desk().get("/api/v1/work-orders?after=" + encoded.replace("+", "%20"))
                        .status())
                .isLessThan(500);
        assertThat(jdbc.sql("select count(*) from intake.appeal")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void stored_cross_site_scripting() throws Exception {
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)>\\\"'`${7*7}[[${7*7}]]";
        String number = desk().post("/api/v1/appeals", """
                        {"channel":"phone","kind":"complaint","title":"%s","content":"%s","location":"%s","accused":"%s",
                         "appellant":{"name":"%s","phone":"13800000099"},"outcome":{"type":"order"}}""".formatted(script, script, script, script, "<b>王"))
                .ok()
                .get("number")
                .asString();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        for (String path : List.of(
                "/orders/" + number, "/desk/dispatch", "/appeals/" + number, "/orders/" + number + "/appellant")) {
            String page = dispatcher.get(path).body();
            assertThat(page)
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("[[49]]");
        }
    }

    @Test
    void cross_site_request_forgery() throws Exception {
        HttpResponse<String> in = post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                HttpRequest.BodyPublishers.ofString("username=agent&password=shouwen-demo"));
        assertThat(in.statusCode()).as("the page is shown anew").isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/sign-in?late");
        assertThat(get(
                                "/desk/intake",
                                "Cookie",
                                String.join(
                                        "; ",
                                        in.headers().allValues("Set-Cookie").stream()
                                                .map(c -> c.split(";")[0])
                                                .toList()))
                        .statusCode())
                .as("and nobody is signed in")
                .isEqualTo(302);
        assertThat(post(
                                "/ask/complaint",
                                "application/x-www-form-urlencoded",
                                HttpRequest.BodyPublishers.ofString("content=x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void framing_sniffing_and_foreign_scripts() throws Exception {
        for (String path : List.of("/", "/sign-in", "/ask/complaint", "/lookup", "/no-such-page")) {
            HttpResponse<String> page = get(path);
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().map()).doesNotContainKeys("server", "x-powered-by");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Lax"));
        }
    }

    @Test
    void session_fixation() throws Exception {
        HttpResponse<String> before = get("/sign-in");
        String planted = before.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        String csrf = before.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> in = post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                HttpRequest.BodyPublishers.ofString("username=agent&password=shouwen-demo&_csrf=" + csrf),
                "Cookie",
                planted);
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("failed");
        assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
                .isNotEmpty()
                .doesNotContain(planted);
        assertThat(get("/desk/intake", "Cookie", planted).statusCode()).isEqualTo(302);
        String id = new String(
                java.util.Base64.getDecoder().decode(planted.replaceAll("^[^=]*=", "")), StandardCharsets.UTF_8);
        assertThat(jdbc.sql("select count(*) from accounts.spring_session where primary_id = :id or session_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .as("what another page of the browser asked meanwhile finds no session to write the old name into")
                .isZero();
    }

    @Test
    void open_redirect_and_forged_host() throws Exception {
        for (String path : List.of(
                "/home",
                "/orders/x",
                "//evil.example/",
                "/sign-in?continue=//evil.example",
                "/lookup/20260930-000001")) {
            String location = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(location).as(path).doesNotContainPattern("(?i)location: *(https?:)?//evil");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shell/../application.yaml",
                "/shell/%2e%2e/%2e%2e/application.yaml",
                "/shell/..%5c..%5capplication.yaml",
                "/webjars/../../etc/passwd",
                "/shell/....//application.yaml",
                "/actuator/env",
                "/actuator",
                "/h2-console",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/application.yaml"
            })
    void path_traversal_and_forgotten_doors(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (302|400|401|403|404).*").doesNotContain("datasource", "root:");
    }

    @Test
    void mass_assignment() throws Exception {
        String number = desk().post("/api/v1/appeals", """
                        {"channel":"phone","kind":"complaint","content":"多给几个字段","state":"DECIDED","version":77,"id":"00000000-0000-0000-0000-000000000001",
                         "officer_name":"别人","unit":"heating","secret":false,"appellant":{"phone":"13800000098"}}""").ok().get("number").asString();
        assertThat(jdbc.sql(
                                "select state || ' ' || version || ' ' || coalesce(unit, '-') from intake.appeal where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING 1 -");
        ScreenClient admin = ScreenClient.as(port, "admin");
        Account agent = accounts.byLogin("agent").orElseThrow();
        admin.post(
                "/admin/accounts/" + agent.id(),
                Map.of(
                        "name",
                        agent.name(),
                        "role",
                        "AGENT",
                        "active",
                        "true",
                        "version",
                        "" + agent.version(),
                        "mustChange",
                        "false",
                        "password",
                        "hacked",
                        "demonstration",
                        "true",
                        "login",
                        "root"));
        assertThat(accounts.byLogin("root")).isEmpty();
        assertThat(accounts.authenticate("agent", "hacked")).isEmpty();
    }

    @Test
    void insecure_direct_object_references() throws Exception {
        String number = desk().post("/api/v1/appeals", """
                        {"channel":"phone","kind":"complaint","content":"别家的工单","appellant":{"phone":"13800000097"},"outcome":{"type":"order"}}""").ok().get("number").asString();
        desk().post(
                        "/api/v1/work-orders/" + number + "/dispatches",
                        "{\"lead\":\"housing\",\"limitClass\":\"ordinary\"}")
                .ok();
        ApiClient heating = ApiClient.of(port, accounts, "attacked-unit", Role.UNIT_DESK, "heating");
        String order = "/api/v1/work-orders/" + number;
        for (String path : List.of(order, order + "/papers"))
            assertThat(heating.get(path).status()).as(path).isEqualTo(404);
        for (String act : List.of("receipts", "notes", "reports", "attachments"))
            assertThat(heating.post(order + "/" + act, "{\"text\":\"x\",\"papers\":[]}")
                            .status())
                    .as(act)
                    .isIn(404, 422);
        ScreenClient unit = ScreenClient.as(port, "heating");
        for (String path : List.of("", "/appellant", "/papers/00000000-0000-0000-0000-000000000000"))
            assertThat(unit.get("/orders/" + number + path).statusCode()).isEqualTo(404);
    }

    private static byte[] xlsx(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] same = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) zip.write(same);
        }
        return out.toByteArray();
    }

    @Test
    void zip_bomb() throws Exception {
        byte[] bomb = xlsx(300);
        assertThat(bomb.length).isLessThan(400_000);
        long from = System.nanoTime();
        String field = org.shouwen.directory.TableFiles.refused(bomb);
        assertThat(field).isEqualTo("tables.unpacked");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void external_entities_in_a_table() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of(
                    "[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(org.shouwen.directory.TableFiles.refused(out.toByteArray())).startsWith("tables.");
    }

    @Test
    void bodies_of_ten_megabytes() throws Exception {
        String token = accounts.token("attacked-large", Set.of(Role.DISPATCHER), null);
        byte[] large = ("{\"content\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);
        assertThat(post(
                                "/api/v1/appeals",
                                "application/json",
                                HttpRequest.BodyPublishers.ofByteArray(large),
                                "Authorization",
                                "Bearer " + token)
                        .statusCode())
                .isEqualTo(413);
        for (String open : List.of("/sign-in/passkey", "/%61pi/v1/appeals", "/sign-in")) {
            int refused;
            try {
                refused = post(open, "application/json", HttpRequest.BodyPublishers.ofByteArray(large))
                        .statusCode();
            } catch (IOException e) {
                refused = 413; // the connection was closed in the middle
            }
            assertThat(refused).as(open).isBetween(400, 499);
        }
        int inPieces;
        try {
            inPieces = post(
                            "/api/v1/appeals",
                            "application/json",
                            HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)),
                            "Authorization",
                            "Bearer " + token)
                    .statusCode();
        } catch (IOException e) {
            inPieces = 413; // the connection was closed in the middle
        }
        assertThat(inPieces).isIn(400, 413);
        HttpResponse<String> form = post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                HttpRequest.BodyPublishers.ofByteArray(large),
                "Accept",
                "text/html");
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("内容太大", "不能超过 10 MB");
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void slow_clients_keep_nobody_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket s = new Socket();
                s.connect(new InetSocketAddress("localhost", port), 5000);
                s.getOutputStream()
                        .write("POST /ask/complaint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                s.getOutputStream().flush();
                slow.add(s);
            }
            for (int i = 0; i < 20; i++) {
                slow.removeIf(AttacksTest::ended);
                assertThat(get("/").statusCode()).isEqualTo(200);
            }
            CompletableFuture<Integer> page = CompletableFuture.supplyAsync(() -> {
                try {
                    return get("/lookup").statusCode();
                } catch (Exception e) {
                    return 0;
                }
            });
            assertThat(page.get(5, TimeUnit.SECONDS)).isEqualTo(200);
            for (Socket s : slow.subList(0, Math.min(10, slow.size()))) {
                s.setSoTimeout(30_000);
                byte[] answer = s.getInputStream().readAllBytes();
                assertThat(new String(answer, StandardCharsets.US_ASCII))
                        .as("whoever has stopped sending is sent away")
                        .doesNotContain(" 200 ");
            }
        } finally {
            for (Socket s : slow) s.close();
        }
    }

    /** Sends one more byte; whoever has been sent away already, as on a machine with much to do, is ended. */
    private static boolean ended(Socket slow) {
        try {
            slow.getOutputStream().write('X');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * A byte now and then is never silence, so that only a time for the whole ends it; whatever it is that drips. The
     * same over 500 connections and at the product's own times is {@code ./shouwen bench drip}.
     */
    @Test
    void whatever_drips_ends() throws Exception {
        List<Drip.Ended> all = Drip.run(port, 5 * Drip.Where.values().length, DROPS, Duration.ofSeconds(15));
        assertThat(all).hasSize(60).allSatisfy(e -> {
            assertThat(e.ended()).as(e.where() + " is ended").isNotNull();
            assertThat(e.ended()).as(e.where() + " was given its time").isGreaterThan(Duration.ofSeconds(1));
            switch (e.where()) {
                case EMPTY_LINES ->
                    assertThat(e.answer()).as("nothing to answer").doesNotContain("HTTP/1.1 ");
                case EMPTY_LINES_AFTER_AN_ANSWER ->
                    assertThat(e.answer().split("HTTP/1.1 ", -1))
                            .as("one answer")
                            .hasSize(2);
                case ANNOUNCED ->
                    assertThat(e.answer())
                            .as("let have it, and sent under the same rule")
                            .contains(" 200 ");
                case HEAD, FIELDS, PARTS, FILE, JSON, UNREAD, UNREAD_BESIDE_A_FILE, CHUNK_EXTENSION, TRAILER ->
                    assertThat(e.answer())
                            .as(e.where().name())
                            .doesNotContain(" 200 ")
                            .doesNotContain(" 500 ");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/portal/appeals HTTP/1.1\r\nContent-Type: multipart/form-data",
                "POST /api/v1/portal/appeals HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=",
                "POST /api/v1/portal/appeals HTTP/1.1\r\nContent-Type: */*",
                "POST /api/v1/portal/appeals HTTP/1.1\r\nContent-Type: ;;",
                "POST /ask/complaint HTTP/1.1\r\nContent-Type: multipart/form-data",
                "POST /ask/complaint HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b",
                "POST /ask/complaint HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b;;;x=\"",
                "GET /error HTTP/1.1\r\nContent-Type: text/plain"
            })
    void what_can_not_be_read_is_refused(String head) throws Exception {
        try (Socket s = new Socket("localhost", port)) {
            s.setSoTimeout(15_000);
            s.getOutputStream()
                    .write((head + "\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ", "Apache");
            if (head.contains("/api/")) assertThat(answer).contains("problem+json");
        }
    }

    /** Over a weak line a photo takes its time: what comes fast enough is not cut off. */
    @Test
    void a_large_body_over_a_weak_line_arrives() throws Exception {
        byte[] piece = new byte[16 * 1024];
        try (Socket s = new Socket("localhost", port);
                ScheduledExecutorService line = Executors.newSingleThreadScheduledExecutor()) {
            OutputStream out = s.getOutputStream();
            out.write(
                    ("POST /limits HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: "
                                    + 20 * piece.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            AtomicInteger sent = new AtomicInteger();
            var _ = line.scheduleAtFixedRate(
                    () -> {
                        try {
                            out.write(piece);
                            if (sent.incrementAndGet() == 20) line.shutdown();
                        } catch (IOException e) {
                            line.shutdown();
                        }
                    },
                    0,
                    250,
                    TimeUnit.MILLISECONDS);
            s.setSoTimeout(15_000);
            assertThat(new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4");
            assertThat(line.awaitTermination(15, TimeUnit.SECONDS)).isTrue();
            assertThat(sent.get()).isEqualTo(20);
        }
    }

    /** SSRF: whatever address somebody writes somewhere, nothing of ours goes there. */
    @Test
    void server_side_request_forgery_and_formulas() throws Exception {
        AtomicInteger came = new AtomicInteger();
        HttpServer trap = HttpServer.create(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            came.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        trap.start();
        try {
            String url = "http://127.0.0.1:" + trap.getAddress().getPort() + "/x";
            String number = desk().post("/api/v1/appeals", """
                            {"channel":"phone","kind":"complaint","title":"%1$s","content":"<img src='%1$s'> %1$s","location":"%1$s",
                             "channelRef":"%1$s","accused":"%1$s","appellant":{"name":"%1$s","phone":"13800000098","address":"%1$s"},
                             "outcome":{"type":"order"}}""".formatted(url))
                    .ok()
                    .get("number")
                    .asString();
            ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
            for (String page : List.of("/orders/" + number, "/appeals/" + number)) dispatcher.get(page);
            ScreenClient admin = ScreenClient.as(port, "admin");
            String formula = "=WEBSERVICE(\"" + url + "\")";
            admin.post(
                    "/admin/units",
                    java.util.Map.of("code", "trap", "name", formula, "kind", "DEPARTMENT", "phone", url));
            admin.get("/admin/units");
            String svg = "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + url + "'/></svg>";
            String html = "<html><link rel=stylesheet href='" + url + "'></html>";
            for (String bytes : List.of(svg, html, "%PDF-1.4 /URI (" + url + ")\n%%EOF"))
                desk().upload(
                                "/api/v1/work-orders/" + number + "/papers",
                                "a.pdf",
                                bytes.getBytes(StandardCharsets.UTF_8));
            assertThat(came).hasValue(0);
        } finally {
            trap.stop(0);
        }
    }

    @Test
    void no_statement_holds_the_database_for_long() {
        for (String unit : java.util.Arrays.asList(null, "heating"))
            org.shouwen.rowsecurity.UnitScope.within(
                    unit,
                    () -> assertThat(jdbc.sql(
                                            "select current_setting('statement_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout')")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("20s 100s"));
    }

    @Test
    void a_thousand_log_ins_at_once() throws Exception {
        HttpResponse<String> before = get("/sign-in");
        String cookie = before.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        String csrf = before.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        long from = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            HttpRequest guess = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", cookie)
                    .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=guess" + i + "&_csrf=" + csrf))
                    .build();
            all.add(http.sendAsync(guess, HttpResponse.BodyHandlers.ofString()));
        }
        int wait = 0;
        for (CompletableFuture<HttpResponse<String>> f : all) {
            HttpResponse<String> r = f.get(60, TimeUnit.SECONDS);
            assertThat(r.statusCode()).isEqualTo(302);
            assertThat(r.headers().firstValue("Location").orElse("")).contains("/sign-in?");
            if (r.headers().firstValue("Location").orElse("").endsWith("wait")) wait++;
        }
        System.out.printf("a thousand log-ins: %d told to wait, %.1f s%n", wait, (System.nanoTime() - from) / 1e9);
        jdbc.sql("delete from throttle.failure").update(); // the other tests come from the same address
        assertThat(wait).as("few are even looked at").isGreaterThan(900);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    /** From whom, and whether encrypted, is what the proxy says; anybody else may say what they like. */
    @Test
    void forged_addresses() throws Exception {
        String encrypted = "X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.7\r\n";
        assertThat(raw("127.0.0.1", "GET /sign-in HTTP/1.1\r\nHost: x\r\n" + encrypted + "Connection: close\r\n\r\n"))
                .doesNotContain("Strict-Transport-Security")
                .doesNotContainIgnoringCase("; Secure");
        assertThat(raw("127.0.0.9", "GET /sign-in HTTP/1.1\r\nHost: x\r\n" + encrypted + "Connection: close\r\n\r\n"))
                .contains("Strict-Transport-Security")
                .containsIgnoringCase("; Secure");

        for (int i = 0; i < 35; i++) guess("127.0.0.9", "203.0.113.7", i);
        assertThat(guess("127.0.0.9", "203.0.113.7", 99)).startsWith("HTTP/1.1 429");
        assertThat(guess("127.0.0.9", "203.0.113.8", 99))
                .as("somebody else behind the same proxy")
                .startsWith("HTTP/1.1 404");
        for (int i = 0; i < 35; i++) guess("127.0.0.1", "203.0.113." + (100 + i), i);
        assertThat(guess("127.0.0.1", "203.0.113.99", 99))
                .as("an address made up for each try")
                .startsWith("HTTP/1.1 429");
        jdbc.sql("delete from throttle.failure").update();
    }

    private String guess(String from, String forwarded, int i) throws IOException {
        return raw(
                from,
                "GET /api/v1/portal/appeals/20200101-%06d HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: %s\r\nConnection: close\r\n\r\n"
                        .formatted(i, forwarded));
    }

    private String raw(String request) throws IOException {
        return raw("127.0.0.1", request);
    }

    private String raw(String from, String request) throws IOException {
        try (Socket s = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0)) {
            s.setSoTimeout(10_000);
            OutputStream out = s.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
