package org.shouwen.workorder;

import org.shouwen.calendar.TestCalendars;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.TestEditions;

/** The Dandong draft and the calendars that come along. */
final class TestRules {
    static final WorkingDays DAYS = new WorkingDays(TestCalendars.published());
    static final Rules DANDONG = new Rules(TestEditions.dandong(), DAYS);

    private TestRules() {}
}
