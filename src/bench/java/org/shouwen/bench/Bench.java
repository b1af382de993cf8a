package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** {@code ./shouwen bench intake | life | wall | beside | queries | drip | sheet | inbound | boards | pop | upgrade}: each starts its own city, measures, and ends with one line of JSON. */
public final class Bench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int ROUNDS = 5;

    private Bench() {}

    public static int run(List<String> words) throws Exception {
        int seconds = number(words, "--seconds", 6);
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "intake" -> intake(seconds);
            case "life" ->
                words.contains("--pairs")
                        ? LifePairs.run(words, seconds, number(words, "--pairs", 20))
                        : life(seconds, numbers(words));
            case "wall" -> pairs(seconds, number(words, "--pairs", 12), "", false);
            case "beside" ->
                pairs(seconds, number(words, "--pairs", 12), text(words, "--jar"), !words.contains("--no-wall"));
            case "drip" ->
                Drips.run(
                        number(words, "--port", 0), number(words, "--connections", 500),
                        Duration.ofSeconds(number(words, "--every", 5)),
                        Duration.ofSeconds(number(words, "--most", 90)),
                        OUT);
            case "inbound" -> InboundBench.run(words, OUT);
            case "boards" -> BoardsBench.run(words, OUT);
            case "pop" -> PopBench.run(words, OUT);
            case "upgrade" -> UpgradeBench.run(words, OUT);
            case "sheet" -> SheetBench.run(number(words, "--rows", 100_000), OUT);
            case "queries" -> Queries.run(words, Math.max(1, seconds / 2));
            default -> {
                OUT.println(
                        "用法 usage: ./shouwen bench intake | life | wall | beside | queries | drip | sheet | inbound | boards | pop | upgrade | year  [--orders 0,100000,1000000] [--seconds 6] [--pairs 20]");
                yield 2;
            }
        };
    }

    /** POST of a web appeal until its durable 201, 32 clients, beside plain JDBC committing the same rows. */
    private static int intake(int seconds) throws Exception {
        try (City city = City.start()) {
            AtomicLong n = new AtomicLong();
            Load.Clients http = client -> new Posting(city.port, n);
            Load.warm(32, http);
            List<Double> ratios = new ArrayList<>();
            Load.Figures product = null;
            Load.Figures raw = null;
            for (int i = 0; i < ROUNDS; i++) {
                raw = Load.run(32, seconds, _ -> new Raw(city.connect(), false));
                product = Load.run(32, seconds, http);
                ratios.add(product.perSecond() / raw.perSecond());
                say(
                        "intake %d/%d: %.0f/s, raw %.0f/s, ratio %.2f, p95 %.1f ms, p99 %.1f ms",
                        i + 1,
                        ROUNDS,
                        product.perSecond(),
                        raw.perSecond(),
                        ratios.getLast(),
                        product.p95Ms(),
                        product.p99Ms());
            }
            ratios.sort(null);
            say(
                    "{\"ratio\":%.3f,\"ratioLeast\":%.3f,\"ratioMost\":%.3f,\"lastPerSecond\":%.0f,\"lastRawPerSecond\":%.0f,\"p95Ms\":%.1f,\"rssMb\":%d}",
                    ratios.get(ROUNDS / 2),
                    ratios.getFirst(),
                    ratios.getLast(),
                    product == null ? 0 : product.perSecond(),
                    raw == null ? 0 : raw.perSecond(),
                    product == null ? 0 : product.p95Ms(),
                    city.residentMb());
            return 0;
        }
    }

    private record Posting(Wire wire, AtomicLong n) implements Load.Client {
        Posting(int port, AtomicLong n) throws IOException {
            this(new Wire(port), n);
        }

        @Override
        public void once() throws Exception {
            long i = n.incrementAndGet();
            wire.post("/api/v1/portal/appeals", "", """
                    {"kind":"livelihood","location":"示例小区3号楼","happenedAt":"昨天","title":"室内温度只有15度",
                     "content":"家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。第%d次。",
                     "appellant":{"name":"王示例","phone":"138%08d"}}""".formatted(i, i % 100_000_000))
                    .expect(201);
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    /** Whole lives of orders by 50 closed-loop clients, with so many orders already there. */
    private static int life(int seconds, List<Long> sizes) throws Exception {
        List<String> runs = new ArrayList<>();
        try (City city = City.start()) {
            String desk = city.token("bench-desk", "DISPATCHER");
            String unit = city.token("bench-unit", "UNIT_DESK", "heating");
            for (long size : sizes) {
                Loader.load(city, size);
                Load.Clients lives = _ -> new Lives(new Wire(city.port), desk, unit);
                Load.warm(50, lives);
                Load.Figures product = Load.median(ROUNDS, 50, seconds, lives);
                double cpuMs = turn(city, city.process(), lives, 4 * seconds).cpuMs();
                Load.Figures raw = Load.median(3, 12, seconds, _ -> new Raw(city.connect(), true));
                say(
                        "life at %d orders: %.1f lives/s, p95 %.0f ms, %.2f ms of processor a life; raw %.1f lives/s; application %d MB",
                        size, product.perSecond(), product.p95Ms(), cpuMs, raw.perSecond(), city.residentMb());
                runs.add(
                        "{\"orders\":%d,\"livesPerSecond\":%.1f,\"p95Ms\":%.1f,\"cpuMs\":%.2f,\"rawPerSecond\":%.1f,\"rssMb\":%d}"
                                .formatted(
                                        size,
                                        product.perSecond(),
                                        product.p95Ms(),
                                        cpuMs,
                                        raw.perSecond(),
                                        city.residentMb()));
            }
        }
        say("{\"runs\":[%s]}", String.join(",", runs));
        return 0;
    }

    /**
     * What something costs a life, such as the second wall, or what is new since another build: two nodes on one
     * database, with it and without, take turns of a few seconds, so that whatever else slows the machine slows both. A
     * pair's figure is the one's share of the other's.
     *
     * @param jar of the build without it; empty: this one
     * @param wall whether the node without it stands behind the second wall
     */
    private static int pairs(int seconds, int pairs, String jar, boolean wall) throws Exception {
        try (City city = City.start();
                Node open = city.beside(jar, wall)) {
            String desk = city.token("bench-desk", "DISPATCHER");
            String unit = city.token("bench-unit", "UNIT_DESK", "heating");
            Load.Clients behind = _ -> new Lives(new Wire(city.port), desk, unit);
            Load.Clients without = _ -> new Lives(new Wire(open.port()), desk, unit);
            for (int i = 0; i < 3; i++) {
                Load.warm(50, behind);
                Load.warm(50, without);
            }
            double[] rates = new double[pairs];
            double[] costs = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                boolean withFirst = i % 2 == 0;
                Turn first =
                        turn(city, withFirst ? city.process() : open.process(), withFirst ? behind : without, seconds);
                Turn second =
                        turn(city, withFirst ? open.process() : city.process(), withFirst ? without : behind, seconds);
                Turn with = withFirst ? first : second;
                Turn bare = withFirst ? second : first;
                rates[i] = with.perSecond() / bare.perSecond();
                costs[i] = with.cpuMs() / bare.cpuMs();
                say(
                        "pair %d/%d: with %.1f lives/s at %.2f ms of processor, without %.1f at %.2f; lives %.3f, processor %.3f",
                        i + 1,
                        pairs,
                        with.perSecond(),
                        with.cpuMs(),
                        bare.perSecond(),
                        bare.cpuMs(),
                        rates[i],
                        costs[i]);
            }
            say(
                    "{\"pairs\":%d,\"livesMean\":%.3f,\"livesMedian\":%.3f,\"processorMean\":%.3f,\"processorMedian\":%.3f}",
                    pairs, mean(rates), median(rates), mean(costs), median(costs));
            return 0;
        }
    }

    record Turn(double perSecond, double cpuMs) {}

    static Turn turn(City city, Process application, Load.Clients lives, int seconds) throws Exception {
        Duration before = city.processorTime(application);
        Load.Figures run = Load.run(50, seconds, lives);
        double cpuMs = city.processorTime(application).minus(before).toNanos() / 1e6 / (run.perSecond() * seconds);
        return new Turn(run.perSecond(), cpuMs);
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).average().orElse(0);
    }

    private static double median(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    static void say(String format, Object... args) {
        OUT.println(String.format(Locale.ROOT, format, args));
    }

    static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    static String text(List<String> words, String option) {
        int at = words.indexOf(option);
        return at < 0 ? "" : words.get(at + 1);
    }

    static List<Long> numbers(List<String> words) {
        int at = words.indexOf("--orders");
        return at < 0
                ? List.of(0L, 100_000L, 1_000_000L)
                : Arrays.stream(words.get(at + 1).split(",")).map(Long::valueOf).toList();
    }
}
