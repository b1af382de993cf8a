package org.shouwen.workorder;

import java.time.Instant;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Pure;

/** Which acts that have a limit of their own are still in time, for whoever offers acts to people. */
@Pure
@Basis({Clause.A13_2, Clause.A13_3, Clause.A13_6})
public final class OpenLimits {
    private OpenLimits() {}

    /** Whether the lead unit may still ask to give the order back (Art. 13.6). */
    public static boolean returning(Assignment duty, Edition edition, WorkingDays days, Instant now) {
        return duty.asked().returning() == null
                && !duty.asked().returnsExhausted()
                && !new DecisionContext(edition, days)
                        .returnBy(duty.dispatchedAt())
                        .passed(now);
    }

    /** Whether the lead unit may still ask for more days (Art. 13.3). */
    public static boolean extending(Assignment duty, Edition edition, Instant now) {
        return duty.asked().extension() == null
                && duty.asked().daysExtended() < edition.extensionDays()
                && inTime(duty, now);
    }

    /** Whether there is another class whose limit has not passed (ruling 7). */
    public static boolean reclassifying(Assignment duty, Edition edition, WorkingDays days, Instant now) {
        DecisionContext rules = new DecisionContext(edition, days);
        return inTime(duty, now)
                && edition.limitClasses().stream()
                        .filter(c -> !c.code().equals(duty.limitClass()))
                        .anyMatch(c -> !rules.handling(
                                        duty.dispatchedAt(),
                                        c.code(),
                                        duty.asked().daysExtended())
                                .passed(now));
    }

    private static boolean inTime(Assignment duty, Instant now) {
        return duty.handlingOverdue() == null && !duty.handling().passed(now);
    }
}
