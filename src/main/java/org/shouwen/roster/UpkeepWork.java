package org.shouwen.roster;

import java.time.LocalDate;
import java.util.Map;
import org.shouwen.directory.UnitId;

/** What a unit has still to do before it can say that its part is up to date; told by whoever keeps the part (Art. 4). */
public interface UpkeepWork {
    /** How many things each unit has to do; units with none need not be there. */
    Map<UnitId, Integer> open(Upkeep.What what, LocalDate today);
}
