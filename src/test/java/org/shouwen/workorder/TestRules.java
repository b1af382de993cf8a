package org.shouwen.workorder;

import org.shouwen.calendar.TestCalendars;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.TestEditions;

/** The Dandong draft and the calendars that come along. */
final class TestRules {
    static final WorkingDays DAYS = new WorkingDays(TestCalendars.published());
    static final DecisionContext DANDONG = new DecisionContext(TestEditions.dandong(), DAYS);

    private TestRules() {}
}
