package org.shouwen.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the loading of a calendar takes that moves all open limits, through the API: one administrator asks for it and
 * sees what it would move, another loads it.
 */
final class CalendarBench {
    private CalendarBench() {}

    /** Asking: until what would move was said, and proven against the journal; load: until all of it stood there. */
    static void run(City city, Map<String, String> figures) throws Exception {
        String admin = city.token("bench-admin", "ADMIN");
        String other = city.token("bench-admin-2", "ADMIN");
        int year = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        String days = soon().stream()
                .map("{\"date\":\"%s\",\"working\":false,\"name\":\"休\"}"::formatted)
                .collect(Collectors.joining(","));
        try (Wire wire = new Wire(city.port)) {
            long from = System.nanoTime();
            String asked = wire.send(
                            "PUT",
                            "/api/v1/calendars/" + year + "?dropDays=true",
                            admin,
                            "{\"notice\":\"基准\",\"days\":[" + days + "]}")
                    .expect(200)
                    .body();
            long said = System.nanoTime();
            String asking = asked.replaceAll("(?s).*\"asking\":\"([^\"]+)\".*", "$1");
            Wire.Answer answer = wire.send("POST", "/api/v1/calendar-askings/" + asking + "/loadings", other, "{}")
                    .expect(201);
            double seconds = (System.nanoTime() - said) / 1e9;
            long moved = answer.body().split("\"number\":", -1).length - 1L;
            Bench.say(
                    "calendar: to ask for it took %.2f s, the load %.2f s and moved %d limits",
                    (said - from) / 1e9, seconds, moved);
            figures.put("calendarAskSeconds", String.format(Locale.ROOT, "%.2f", (said - from) / 1e9));
            figures.put("calendarSeconds", String.format(Locale.ROOT, "%.2f", seconds));
            figures.put("calendarMoved", Long.toString(moved));
        }
    }

    /** The next two weekdays of this year: the loader has worked no limit out by the calendar, so all move. */
    private static List<LocalDate> soon() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return Stream.iterate(today.plusDays(1), d -> d.getYear() == today.getYear(), d -> d.plusDays(1))
                .filter(d -> d.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
                .limit(2)
                .toList();
    }
}
