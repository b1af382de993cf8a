package org.shouwen.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The years that come along, for tests of the pure centre. */
public final class TestCalendars {
    private TestCalendars() {}

    public static List<YearCalendar> published() {
        List<YearCalendar> years = new ArrayList<>();
        for (int year = 2018; year <= 2026; year++) {
            try (var in = TestCalendars.class.getResourceAsStream("/calendar/" + year + ".csv")) {
                years.add(CalendarFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return years;
    }
}
