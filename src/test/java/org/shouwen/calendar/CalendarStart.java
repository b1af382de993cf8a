package org.shouwen.calendar;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other modules see what a start of the program does to a database of an earlier one. */
@TestComponent
public class CalendarStart {
    private final PublishedCalendars calendars;
    private final JdbcClient jdbc;

    CalendarStart(PublishedCalendars calendars, JdbcClient jdbc) {
        this.calendars = calendars;
        this.jdbc = jdbc;
    }

    /** As the migration leaves a database whose limits were counted by the earlier rule. */
    public void afterUpgrade() {
        jdbc.sql("update calendar.revision set counting = 1").update();
        calendars.start();
    }
}
