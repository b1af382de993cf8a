package org.shouwen.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./shouwen bench pop --identities 100000,1000000}: how long from the event that a telephone rings until the call stands in the answer that the
 * agent's page waits for, and how long until the page knows who calls, beside so many identities in the vault. Every second number has called before
 * (three appeals each); one in eight is withheld, has a prefix, or can not be read.
 */
final class PopBench {
    private static final Pattern RINGS = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
    private static final int WARM = 20;
    private static final int KNOWN = 20;

    private PopBench() {}

    static int run(List<String> words, PrintStream out) throws Exception {
        int calls = Bench.number(words, "--calls", 200);
        String sizes = Bench.text(words, "--identities");
        try (City city = City.start()) {
            String pbx = city.token("pop-exchange", "TELEPHONE");
            callers(city, city.token("pop-agent", "AGENT"));
            long there = 0;
            int call = 0;
            for (String size : (sizes.isEmpty() ? "100000" : sizes).split(",")) {
                long wanted = Long.parseLong(size.strip());
                fill(city, there, wanted);
                there = wanted;
                measured(city, pbx, call, WARM);
                call += WARM;
                List<double[]> took = measured(city, pbx, call, calls);
                call += calls;
                out.printf(
                        "{\"identities\":%d,\"calls\":%d,\"popP50Ms\":%.0f,\"popP95Ms\":%.0f,\"popMaxMs\":%.0f,\"callerP50Ms\":%.0f,\"callerP95Ms\":%.0f,\"callerMaxMs\":%.0f}%n",
                        wanted, calls, at(took, 0, 0.5), at(took, 0, 0.95), at(took, 0, 1), at(took, 1, 0.5), at(took, 1, 0.95), at(took, 1, 1));
            }
        }
        return 0;
    }

    private static String number(int n) {
        if (n % 8 == 7) return List.of("anonymous", "95013900000003", "sip:x@y.invalid", "").get(n / 8 % 4);
        return n % 2 == 0 ? "139%08d".formatted(n / 2 % KNOWN) : "137%08d".formatted(n);
    }

    /** People who have called before. */
    private static void callers(City city, String token) throws Exception {
        try (Wire wire = new Wire(city.port)) {
            for (int n = 0; n < KNOWN * 3; n++)
                wire.post("/api/v1/appeals", token, """
                                {"channel":"phone","kind":"consultation","title":"问办证时间","content":"第%d次问办证时间","location":"政务大厅","happenedAt":"今天",
                                "appellant":{"name":"王示例","phone":"139%08d"},"outcome":{"type":"answered","answer":"九点"}}""".formatted(
                                n, n % KNOWN))
                        .expect(201);
        }
    }

    /** Identities that nobody reads: only that they are there counts. */
    private static void fill(City city, long there, long wanted) throws Exception {
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            s.executeUpdate("""
                    insert into citizens.appellant (id, name, phone, phone_hash)
                    select gen_random_uuid(), sha256(('n' || i)::bytea), sha256(('p' || i)::bytea), sha256(('h' || i)::bytea)
                    from generate_series(%d, %d) i""".formatted(there + 1, wanted));
            s.execute("vacuum analyze citizens.appellant");
        }
    }

    private static List<double[]> measured(City city, String pbx, int from, int calls) throws Exception {
        ScreenSession agent = ScreenSession.signedIn(city.port, "agent");
        List<double[]> took = new ArrayList<>();
        try (ExecutorService pool = Executors.newSingleThreadExecutor();
                Wire exchange = new Wire(city.port);
                Wire page = new Wire(city.port);
                Wire card = new Wire(city.port)) {
            String[] shown = {rings(page.get("/desk/intake/ringing", agent.headers()).body())};
            for (int n = from; n < from + calls; n++) {
                String before = shown[0];
                Future<Long> seen = pool.submit(() -> {
                    while (shown[0].isEmpty() || shown[0].equals(before))
                        shown[0] = rings(page.get("/desk/intake/ringing?wait=yes&shown=" + before, agent.headers())
                                .body());
                    return System.nanoTime();
                });
                tell(exchange, pbx, n, "offered", "\"caller\":\"" + number(n) + "\"");
                long told = System.nanoTime();
                tell(exchange, pbx, n, "ringing", "\"agent\":\"agent\"");
                double pop = (seen.get() - told) / 1e6;
                long asked = System.nanoTime();
                card.form("/desk/intake/caller", agent.headers(), agent.form("phone", number(n)))
                        .expect(200);
                took.add(new double[] {pop, (System.nanoTime() - asked) / 1e6});
            }
        }
        return took;
    }

    private static void tell(Wire exchange, String pbx, int n, String type, String more) throws Exception {
        exchange.post("/api/v1/calls/events", pbx, """
                        {"source":"pop","events":[{"id":"%d%s","type":"%s","call":"p%d","at":"%s",%s}]}""".formatted(
                        n, type, type, n, Instant.now(), more))
                .expect(200);
    }

    private static String rings(String body) {
        Matcher m = RINGS.matcher(body);
        return m.find() ? m.group(1) : "";
    }

    private static double at(List<double[]> took, int which, double share) {
        double[] sorted = took.stream().mapToDouble(t -> t[which]).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
