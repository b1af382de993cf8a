package org.shouwen.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What people wait for, with so many orders there: whole pages over HTTP, the sweep, and the loading of a calendar. */
final class Queries {
    private static final int CLIENTS = 4;
    private static final String PHONE = "13900001234";
    private static final List<String> BIG = List.of("work_order", "matter", "appeal", "entry", "appellant", "outbox");

    private final City city;
    private final String only;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private final Map<String, Load.Clients> asked = new LinkedHashMap<>();

    private Queries(City city, String only) {
        this.city = city;
        this.only = only;
    }

    /**
     * Words: how many orders, one in how many is open, one page's name where only that is wanted, and {@code --plans} where
     * the way that the database goes for each page is to be told too.
     */
    static int run(List<String> words, int seconds) throws Exception {
        long orders = Bench.number(words, "--orders", 1_000_000);
        String only = Bench.text(words, "--only");
        try (City city = City.of(words)) {
            Loader.load(city, orders, Bench.number(words, "--open-every", 50));
            Queries q = new Queries(city, only);
            q.figures.put("orders", "%.0f".formatted(city.number("select count(*) from workorder.work_order")));
            q.pages(seconds);
            if (words.contains("--plans")) Plans.run(city, BIG, q.asked);
            if (only.isEmpty() || only.equals("supervision")) SweepBench.run(city, q.figures);
            if (only.isEmpty() || only.equals("calendar")) CalendarBench.run(city, q.figures);
            Bench.say(
                    "{%s}",
                    q.figures.entrySet().stream()
                            .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                            .collect(Collectors.joining(",")));
            return 0;
        }
    }

    private void pages(int seconds) throws Exception {
        String desk = city.token("bench-queries", "DISPATCHER");
        for (int i = 0; i < 20; i++) called(desk);
        Map<String, Long> scans = scans();
        page("inbox", "heating", "/unit/inbox?tab=IN_HAND", seconds);
        page("overdueTab", "heating", "/unit/inbox?tab=OVERDUE", seconds);
        page("orderPage", "dispatcher", "/orders/" + anOrder(), seconds);
        number(aTakenOrder(), seconds);
        phone(seconds);
        page("dispatchQueue", "dispatcher", "/desk/dispatch", seconds);
        page("supervisionBoard", "supervisor", "/supervision", seconds);
        Map<String, Long> after = scans();
        List<String> scanned = BIG.stream()
                .filter(t -> after.getOrDefault(t, 0L) > scans.getOrDefault(t, 0L))
                .toList();
        Bench.say("sequential scans of the big tables meanwhile: %s", scanned.isEmpty() ? "none" : scanned);
        figures.put("sequentialScans", Integer.toString(scanned.size()));
    }

    private void page(String name, String login, String path, int seconds) throws Exception {
        measure(name, seconds, _ -> {
            Browser b = new Browser(city.port, login);
            return () -> b.get(path);
        });
    }

    /** An order's number typed into the search field of any page. */
    private void number(String order, int seconds) throws Exception {
        measure("number", seconds, _ -> {
            Browser b = new Browser(city.port, "dispatcher");
            String csrf = b.csrf("/desk/intake");
            return () -> {
                String answer = b.post("/search", "q=" + order + "&_csrf=" + csrf);
                if (!answer.contains("示例小区3号楼")) throw new IllegalStateException("the order was not found");
            };
        });
    }

    /** The caller's number typed on the agent's screen: who it is, earlier appeals, open orders. */
    private void phone(int seconds) throws Exception {
        measure("phone", seconds, _ -> {
            Browser b = new Browser(city.port, "agent");
            String csrf = b.csrf("/desk/intake");
            return () -> {
                String answer = b.post("/desk/intake/caller", "phone=" + PHONE + "&_csrf=" + csrf);
                if (!answer.contains("139****1234")) throw new IllegalStateException("the caller was not found");
            };
        });
    }

    private void measure(String name, int seconds, Load.Clients clients) throws Exception {
        if (!only.isEmpty() && !List.of(only.split(",")).contains(name)) return;
        asked.put(name, clients);
        Load.warm(CLIENTS, clients);
        Load.Figures f = Load.median(5, CLIENTS, seconds, clients);
        Bench.say("%-18s p50 %.1f ms, p95 %.1f ms, p99 %.1f ms", name, f.p50Ms(), f.p95Ms(), f.p99Ms());
        figures.put(name + "P95Ms", String.format(Locale.ROOT, "%.1f", f.p95Ms()));
    }

    private void called(String desk) throws Exception {
        try (Wire wire = new Wire(city.port)) {
            wire.post("/api/v1/appeals", desk, """
                    {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区3号楼",
                     "title":"室内温度只有15度","content":"家里从供暖开始就没到过18度。","appellant":{"name":"王示例","phone":"%s"},
                     "outcome":{"type":"order"}}""".formatted(PHONE)).expect(201);
        }
    }

    private String anOrder() throws Exception {
        return number("select number from workorder.work_order where number between 'B' and 'C' order by number desc limit 1");
    }

    /** One of those that were taken through the product, whose number is one. */
    private String aTakenOrder() throws Exception {
        return number("select number from workorder.work_order where number < 'A' order by number desc limit 1");
    }

    private String number(String sql) throws Exception {
        try (Connection c = city.connect();
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery(sql)) {
            rs.next();
            return URLEncoder.encode(rs.getString(1), StandardCharsets.UTF_8);
        }
    }

    /** Rows that were read from end to end of each table; other tables of the same name are empty. */
    private Map<String, Long> scans() throws Exception {
        Map<String, Long> scans = new LinkedHashMap<>();
        Thread.sleep(1500); // the database counts with a delay
        try (Connection c = city.connect();
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery("select relname, seq_tup_read from pg_stat_user_tables")) {
            while (rs.next()) scans.merge(rs.getString(1), rs.getLong(2), Long::sum);
        }
        return scans;
    }

    static double number(Statement s, String sql) throws Exception {
        try (ResultSet rs = s.executeQuery(sql)) {
            rs.next();
            return rs.getDouble(1);
        }
    }

    /** A person signed in with an account of the demonstration city. */
    private static final class Browser {
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        private final String base;

        Browser(int port, String login) throws Exception {
            base = "http://localhost:" + port;
            post("/sign-in", "username=" + login + "&password=shouwen-demo&_csrf=" + csrf("/sign-in"));
        }

        String csrf(String path) throws Exception {
            return get(path).replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        }

        String get(String path) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(base + path)));
        }

        String post(String path, String form) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        private String send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean refused = r.uri().getPath().equals("/sign-in") && r.body().contains("sw-problem");
            if (refused || r.statusCode() != 200) throw new IllegalStateException(r.statusCode() + " " + r.uri());
            return r.body();
        }
    }
}
