package org.shouwen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A month's evaluation of 150 units, and the page that a leader opens: whole pages over HTTP by people who signed in. */
final class FiguresPages {
    private static final int UNITS = 150;

    /** Before the compiler knows a page. */
    private static final int FIRST = 5;

    /** Seconds until what another process wrote has been read. */
    private static final int PATIENCE = 30;

    private final int port;

    FiguresPages(int port) {
        this.port = port;
    }

    /** The 95th percentile in milliseconds; each time the scheme is worked out from the sums of days. */
    double evaluation(City city, int times) throws Exception {
        units(city);
        LocalDate to = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        propose(scheme(to.minusDays(30), to));
        String page = "/evaluations/" + proposed(city);
        ScreenSession second = ScreenSession.signedIn(port, "bureau-2");
        post(second, page + "/decisions", "adopt", "true");
        return p95(second, page, times);
    }

    double leader(int times) throws Exception {
        return p95(ScreenSession.signedIn(port, "mayor"), "/overview", times);
    }

    /** Seconds until the list behind a figure is there as a table, whole. */
    double export(LocalDate from, LocalDate to) throws Exception {
        ScreenSession bureau = ScreenSession.signedIn(port, "bureau");
        long started = System.nanoTime();
        try (Wire wire = new Wire(port)) {
            wire.get("/figures/handled-in-time/denominator.xlsx?from=" + from + "&to=" + to, bureau.headers())
                    .expect(200);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private double p95(ScreenSession who, String page, int times) throws IOException {
        double[] ms = new double[times];
        try (Wire wire = new Wire(port)) {
            for (int i = -FIRST; i < times; i++) {
                long from = System.nanoTime();
                wire.get(page, who.headers()).expect(200);
                if (i >= 0) ms[i] = (System.nanoTime() - from) / 1e6;
            }
        }
        return FiguresBench.p95(ms);
    }

    private void post(ScreenSession who, String path, String field, String value) throws IOException {
        try (Wire wire = new Wire(port)) {
            Wire.Answer answer = wire.form(path, who.headers(), who.form(field, value));
            if (answer.status() != 302) throw new IllegalStateException(path + " " + answer.status() + answer.body());
        }
    }

    /** The running product may not have read yet that another process brought the units. */
    private void propose(String scheme) throws Exception {
        ScreenSession bureau = ScreenSession.signedIn(port, "bureau");
        for (int tried = 0; ; tried++) {
            try {
                post(bureau, "/evaluations", "text", scheme);
                return;
            } catch (IllegalStateException e) {
                if (tried == PATIENCE) throw e;
                Thread.sleep(1000);
            }
        }
    }

    private static String proposed(City city) throws Exception {
        try (Connection c = city.connect();
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery("select id from reporting.scheme order by asked_at desc limit 1")) {
            rs.next();
            return rs.getString(1);
        }
    }

    private static void units(City city) throws Exception {
        Path file = city.home.resolve("units.csv");
        Files.writeString(
                file,
                IntStream.range(0, UNITS)
                        .mapToObj(i -> "%s,单位%03d,BUREAU,赵示,李示,办公室,0415-0000100".formatted(unit(i), i))
                        .collect(Collectors.joining("\n", "code,name,kind,head,leader_in_charge,desk,phone\n", "\n")));
        city.said("import", "units", file.toString());
    }

    private static String unit(int i) {
        return "bench-%03d".formatted(i);
    }

    private static String scheme(LocalDate from, LocalDate to) {
        return """
                id: bench
                title: 承办单位考核
                from: %s
                to: %s
                leastCases: 1
                objectionDays: 5
                groups:
                  - id: all
                    name: 承办单位
                    units: [%s]
                figures:
                  - {figure: received-in-time, weight: 20, floor: 0, goal: 100}
                  - {figure: handled-in-time, weight: 30, floor: 0, goal: 100}
                  - {figure: contacted-in-time, weight: 10, floor: 0, goal: 100}
                  - {figure: satisfied-final, weight: 20, floor: 0, goal: 100}
                  - {figure: solved, weight: 20, floor: 0, goal: 100}
                """.formatted(
                        from,
                        to,
                        IntStream.range(0, UNITS).mapToObj(FiguresPages::unit).collect(Collectors.joining(", ")));
    }
}
