package org.shouwen.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shouwen.history.Actor;

/** Whoever keeps open limits in working days works them out anew when a calendar is loaded or corrected (ruling 2). */
public interface LimitHolder {
    /**
     * The columns in which the limits are stored, as {@code schema.table.column}: moments, provisional marks and what is
     * worked out from them. A test holds the database against what all holders name.
     */
    Set<String> columns();

    /** How many open limits are provisional, by the year whose notice is missing. */
    List<Provisional> provisional();

    /** What would move; changes nothing. */
    List<Moved> preview(CalendarChange change);

    /** Moves every open limit, within the caller's transaction, and leaves an entry in each one's history. */
    List<Moved> recalculate(CalendarChange change, Instant now, Actor by);
}
