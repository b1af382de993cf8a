package org.shouwen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the loading of a calendar takes that moves all open limits, through the API. */
final class CalendarBench {
    private CalendarBench() {}

    /** Five loads, each with two more days off in each month than the one before. */
    static void run(City city, Map<String, String> figures) throws Exception {
        String admin = city.token("bench-admin", "ADMIN");
        String other = city.token("bench-admin-2", "ADMIN");
        List<Double> seconds = new ArrayList<>();
        long moved = 0;
        for (int round = 0; round < 5; round++) {
            StringBuilder days = new StringBuilder();
            try (Wire wire = new Wire(city.port)) {
                int year =
                        java.time.Year.now(java.time.ZoneId.of("Asia/Shanghai")).getValue();
                // each round two more days off than the one before, right after the load's dispatches
                for (int m = 1; m <= 12; m++)
                    for (int d = 5; d < 5 + 2 * (round + 1); d++)
                        days.append("%s{\"date\":\"%d-%02d-%02d\",\"working\":false,\"name\":\"休\"}"
                                .formatted(days.isEmpty() ? "" : ",", year, m, d));
                long from = System.nanoTime();
                String asked = wire.send(
                                "PUT",
                                "/api/v1/calendars/" + year + "?dropDays=true",
                                admin,
                                "{\"notice\":\"基准\",\"days\":[" + days + "]}")
                        .expect(200)
                        .body();
                String asking = asked.replaceAll("(?s).*\"asking\":\"([^\"]+)\".*", "$1");
                Wire.Answer answer = wire.send("POST", "/api/v1/calendar-askings/" + asking + "/loadings", other, "{}")
                        .expect(201);
                seconds.add((System.nanoTime() - from) / 1e9);
                moved = Math.max(moved, answer.body().split("\"number\":", -1).length - 1L);
            }
        }
        double first = seconds.getFirst();
        seconds.sort(null);
        Bench.say(
                "calendar: the first load took %.2f s and moved the most limits, %d; median of 5 %.2f s",
                first, moved, seconds.get(2));
        figures.put("calendarSeconds", String.format(Locale.ROOT, "%.2f", first));
        figures.put("calendarMoved", Long.toString(moved));
    }
}
