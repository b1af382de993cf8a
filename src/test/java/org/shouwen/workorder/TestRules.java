package org.shouwen.workorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.CalendarFile;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.regulation.TestEditions;

/** The Dandong draft and the calendars that come along. */
final class TestRules {
    static final WorkingDays DAYS = new WorkingDays(years());
    static final Rules DANDONG = new Rules(TestEditions.dandong(), DAYS);

    private TestRules() {}

    static List<YearCalendar> years() {
        List<YearCalendar> years = new ArrayList<>();
        for (int year = 2018; year <= 2026; year++) {
            try (var in = TestRules.class.getResourceAsStream("/calendar/" + year + ".csv")) {
                years.add(CalendarFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return years;
    }
}
