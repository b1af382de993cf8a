package org.shouwen.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.shouwen.bench.Bench.Turn;

/**
 * {@code ./shouwen bench life --pairs N [--orders N] [--jar-a JAR] [--jar-b JAR]}: two cities, each with a database of
 * its own, take turns of a few seconds; a pair's figure is what A does as a share of what B does, and the mean of the
 * pairs is printed with its 95 % interval. What differs between them stands in {@code SHOUWEN_BENCH_A} and {@code
 * SHOUWEN_BENCH_B}, settings parted by commas ({@code SHOUWEN_SUGGESTIONS=true,SHOUWEN_WALL=false}); a jar is that of
 * another build, none is this one.
 */
final class LifePairs {
    private static final int CLIENTS = 50;
    private static final int WARM_ROUNDS = 3;

    /** One of the two: its city, and lives in it. */
    private record Side(City city, Load.Clients lives) implements AutoCloseable {
        static Side start(String name, String jar, long orders) throws Exception {
            City city = City.start(settings(name), jar);
            try {
                String desk = city.token("bench-desk", "DISPATCHER");
                String unit = city.token("bench-unit", "UNIT_DESK", "heating");
                if (orders > 0) Loader.load(city, orders);
                return new Side(city, _ -> new Lives(new Wire(city.port), desk, unit));
            } catch (Exception e) {
                city.close();
                throw e;
            }
        }

        Turn turn(int seconds) throws Exception {
            return Bench.turn(city, city.process(), lives, seconds);
        }

        @Override
        public void close() throws IOException {
            city.close();
        }
    }

    private LifePairs() {}

    /** @return the process's exit status */
    static int run(List<String> words, int seconds, int pairs) throws Exception {
        long orders = words.contains("--orders") ? Bench.numbers(words).getFirst() : 0;
        try (Side a = Side.start("SHOUWEN_BENCH_A", Bench.text(words, "--jar-a"), orders);
                Side b = Side.start("SHOUWEN_BENCH_B", Bench.text(words, "--jar-b"), orders)) {
            for (int i = 0; i < WARM_ROUNDS; i++) {
                Load.warm(CLIENTS, a.lives());
                Load.warm(CLIENTS, b.lives());
            }
            Turn[] of = new Turn[pairs];
            Turn[] than = new Turn[pairs];
            long most = 0;
            for (int i = 0; i < pairs; i++) {
                if (i % 2 == 0) of[i] = a.turn(seconds);
                than[i] = b.turn(seconds);
                if (i % 2 == 1) of[i] = a.turn(seconds);
                most = Math.max(most, a.city().residentMb());
                Bench.say(
                        "pair %d/%d: A %.1f lives/s at %.2f ms of processor, B %.1f at %.2f; lives %.3f",
                        i + 1,
                        pairs,
                        of[i].perSecond(),
                        of[i].cpuMs(),
                        than[i].perSecond(),
                        than[i].cpuMs(),
                        of[i].perSecond() / than[i].perSecond());
            }
            Bench.say(
                    "{\"pairs\":%d,\"lives\":%s,\"processor\":%s,\"rssMbA\":%d,\"rssMbB\":%d}",
                    pairs,
                    shares(of, than, Turn::perSecond).json(),
                    shares(of, than, Turn::cpuMs).json(),
                    most,
                    b.city().residentMb());
            return 0;
        }
    }

    private static Interval shares(Turn[] of, Turn[] than, ToDoubleFunction<Turn> figure) {
        double[] shares = new double[of.length];
        Arrays.setAll(shares, i -> figure.applyAsDouble(of[i]) / figure.applyAsDouble(than[i]));
        return Interval.of(shares);
    }

    /** What an environment variable names, {@code KEY=VALUE} parted by commas; nothing when it is not set. */
    private static Map<String, String> settings(String variable) {
        Map<String, String> settings = new LinkedHashMap<>();
        String all = System.getenv().getOrDefault(variable, "");
        for (String one : all.split(",")) {
            if (one.isBlank()) continue;
            int at = one.indexOf('=');
            if (at < 1) throw new IllegalArgumentException(variable + ": KEY=VALUE,… expected, not " + one);
            settings.put(one.substring(0, at).strip(), one.substring(at + 1).strip());
        }
        return settings;
    }
}
