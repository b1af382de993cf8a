package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.cli.OfflineCommand;

/**
 * {@code ./shouwen bench figures [--orders 1000000] [--days 1095] [--rebuilds 1] [--keep]}: loads orders, derives their facts from
 * the journal while the city runs, asks for figures over the API, evaluates a month and opens the leader's page; ends with
 * one line of JSON.
 */
public final class FiguresBench implements OfflineCommand {
    private static final int TIMES = 15;
    private static final int THREE_YEARS = 1095;

    /** Of an order that the loader makes: four of the order, two of its appeal. */
    private static final int FACTS = 6;

    private static final long EXPORTED = 100_000;

    private final Map<String, String> said = new LinkedHashMap<>();

    @Override
    public String name() {
        return "bench figures";
    }

    @Override
    public String arguments() {
        return "[--orders 1000000] [--days 1095] [--rebuilds 1] [--keep]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        long orders = Bench.number(arguments, "--orders", 1_000_000);
        int days = Bench.number(arguments, "--days", THREE_YEARS);
        int rebuilds = Bench.number(arguments, "--rebuilds", 1);
        try (City city = City.of(arguments)) {
            progress.println(city.home);
            say("orders", orders);
            say("days", days);
            say("loadOfMachine", Load.ofMachine());
            double perMinute = FiguresLoader.load(city, orders, days);
            say("ordersPerMinute", "%.0f", perMinute);
            progress.printf(Locale.ROOT, "loaded %,d orders of %d days, %,.0f a minute%n", orders, days, perMinute);
            for (int i = 0; i < rebuilds; i++) rebuild(city, orders, progress);
            try (var c = city.connect();
                    var s = c.createStatement()) {
                s.execute("vacuum analyze reporting.fact, reporting.daily");
            }
            say("databaseGb", "%.2f", city.number("select pg_database_size(current_database()) / 1e9"));
            ask(city, LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(15), days);
            FiguresPages pages = new FiguresPages(city.port);
            say("evaluationOfMonthMs", "%.1f", pages.evaluation(city, TIMES));
            say("leadersPageMs", "%.1f", pages.leader(40));
            export(city, pages, orders, days);
            out.println(said.entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                    .collect(Collectors.joining(",", "{", "}")));
            return 0;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the start of the command; the processor's time is that of the command, the database and the running city. */
    private void rebuild(City city, long orders, PrintStream progress) throws Exception {
        double cpu = city.secondsOfAll();
        long started = System.nanoTime();
        Process command = Application.java(city.home, city.port, List.of("figures", "rebuild"), "")
                .redirectErrorStream(true)
                .redirectOutput(city.home.resolve("rebuild.log").toFile())
                .start();
        if (command.waitFor() != 0) throw new IllegalStateException("figures rebuild failed, see rebuild.log");
        double seconds = (System.nanoTime() - started) / 1e9;
        cpu = city.secondsOfAll() - cpu;
        String told = Files.readString(city.home.resolve("rebuild.log"));
        Matcher itself = Pattern.compile("\\((\\d+\\.\\d) s\\)").matcher(told);
        double without = itself.find() ? Double.parseDouble(itself.group(1)) : seconds; // an older build does not say
        progress.printf(
                Locale.ROOT,
                "rebuilt in %.1f s, without the start of the command in %.1f s, %.0f orders a second; processor %.1f s, %.3f ms an order%n",
                seconds,
                without,
                orders / without,
                cpu,
                cpu * 1000 / orders);
        say("rebuildSeconds", "%.1f", seconds);
        say("rebuildWithoutStartSeconds", "%.1f", without);
        say("rebuildProcessorSeconds", "%.1f", cpu);
        double facts = city.number("select count(*) from reporting.fact where number like 'F%'"
                + " and generation = (select current from reporting.generation)");
        if (facts != orders * (double) FACTS)
            throw new IllegalStateException("counted %.0f facts of %d orders".formatted(facts, orders));
    }

    private void ask(City city, LocalDate to, int days) throws Exception {
        String token = city.token("bench-bureau", "BUREAU");
        try (Wire wire = new Wire(city.port)) {
            String year = "from=" + to.minusDays(Math.min(364, days)) + "&to=" + to;
            String month = "by=UNIT&from=" + to.minusDays(30) + "&to=" + to;
            say("monthOfAllUnitsMs", "%.1f", p95(wire, token, month));
            say("yearByUnitMs", "%.1f", p95(wire, token, "figure=handled-in-time&by=UNIT&" + year));
            say("yearMedianMs", "%.1f", p95(wire, token, "figure=median-days&by=UNIT&" + year));
            say("yearOfUnitByClassMs", "%.1f", p95(wire, token, "figure=handled-in-time&unit=bench-007&by=CLASS&" + year));
        }
    }

    /** Of about as many days as have a hundred thousand orders. */
    private void export(City city, FiguresPages pages, long orders, int days) throws Exception {
        LocalDate to = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(1);
        LocalDate from = to.minusDays(Math.min(days, Math.max(1, days * EXPORTED / orders)));
        say("exportRows", "%.0f", city.number("select count(*) from reporting.fact f join reporting.generation g on g.current = f.generation"
                + " where f.counted & 16 <> 0 and f.day between '" + from + "' and '" + to + "'"));
        pages.export(to.minusDays(1), to); // before the compiler knows it
        long before = city.residentMb();
        say("exportSeconds", "%.2f", pages.export(from, to));
        say("exportMoreMemoryMb", city.residentMb() - before);
    }

    private void say(String name, Object value) {
        said.put(name, value.toString());
    }

    private void say(String name, String format, double value) {
        said.put(name, String.format(Locale.ROOT, format, value));
    }

    private static double p95(Wire wire, String token, String query) throws Exception {
        double[] ms = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            wire.get("/api/v1/figures/values?" + query, "Authorization: Bearer " + token + "\r\n")
                    .expect(200);
            ms[i] = (System.nanoTime() - from) / 1e6;
        }
        return p95(ms);
    }

    static double p95(double[] ms) {
        Arrays.sort(ms);
        return ms[(int) Math.ceil(ms.length * 0.95) - 1];
    }
}
