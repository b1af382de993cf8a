package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shouwen.cli.OfflineCommand;

/**
 * {@code ./shouwen bench figures [--orders 1000000]}: loads orders, derives their facts from the journal while the city
 * runs, and asks for figures over the API; ends with one line of JSON.
 */
public final class FiguresBench implements OfflineCommand {
    private static final int TIMES = 15;

    @Override
    public String name() {
        return "bench figures";
    }

    @Override
    public String arguments() {
        return "[--orders 1000000]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        int at = arguments.indexOf("--orders");
        long orders = at < 0 ? 1_000_000 : Long.parseLong(arguments.get(at + 1));
        try (City city = City.start()) {
            double perMinute = FiguresLoader.load(city, orders);
            progress.printf(Locale.ROOT, "loaded %,d orders, %,.0f a minute%n", orders, perMinute);
            long started = System.nanoTime();
            Process command = Application.java(city.home, city.port, List.of("figures", "rebuild"), "")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (command.waitFor() != 0) throw new IllegalStateException("figures rebuild failed");
            double rebuild = (System.nanoTime() - started) / 1e9;
            progress.printf(Locale.ROOT, "rebuilt in %.0f s%n", rebuild);
            try (var c = city.connect();
                    var s = c.createStatement()) {
                s.execute("vacuum analyze reporting.fact, reporting.daily");
            }
            String token = city.token("bench-bureau", "BUREAU");
            Wire wire = new Wire(city.port);
            LocalDate to = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(15);
            double month = p95(wire, token, "by=UNIT&from=" + to.minusDays(30) + "&to=" + to);
            double year = p95(wire, token, "figure=handled-in-time&by=UNIT&from=" + to.minusDays(364) + "&to=" + to);
            double median = p95(wire, token, "figure=median-days&by=UNIT&from=" + to.minusDays(364) + "&to=" + to);
            double two = p95(
                    wire, token, "figure=handled-in-time&unit=bench-007&by=CLASS&from=" + to.minusDays(364) + "&to=" + to);
            out.printf(
                    Locale.ROOT,
                    "{\"orders\":%d,\"ordersPerMinute\":%.0f,\"rebuildSeconds\":%.1f,\"monthOfAllUnitsMs\":%.1f,\"yearByUnitMs\":%.1f,\"yearMedianMs\":%.1f,\"yearOfUnitByClassMs\":%.1f}%n",
                    orders,
                    perMinute,
                    rebuild,
                    month,
                    year,
                    median,
                    two);
            return 0;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double p95(Wire wire, String token, String query) throws Exception {
        double[] ms = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            wire.get("/api/v1/figures/values?" + query, "Authorization: Bearer " + token + "\r\n").expect(200);
            ms[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(ms);
        return ms[(int) Math.ceil(TIMES * 0.95) - 1];
    }
}
