package org.shouwen.calendar;

import java.time.Instant;
import java.util.List;
import org.shouwen.history.Actor;

/** Whoever keeps open limits works them out anew when a calendar is loaded or corrected (ruling 2). */
public interface LimitHolder {
    /** How many open limits are provisional, by the year that is missing. */
    List<Provisional> provisional();

    /** What would move; changes nothing. */
    List<Moved> preview(WorkingDays days);

    /** Moves every open limit, within the caller's transaction, and leaves an entry in each one's history. */
    List<Moved> recalculate(WorkingDays days, Instant now, Actor by);
}
