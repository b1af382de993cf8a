package org.shouwen.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a person should look at twice before a draft is asked for or adopted. */
public enum EditionWarning {
    /** It is another city's. */
    OTHER_CITY,
    /** It says that it holds since a day that is over: what was dispatched since keeps its edition. */
    PAST,
    /** It holds from a later day on; until then the one in force holds. */
    LATER,
    /** The one in force took effect after it: adopted it holds on no day that is still to come. */
    OVERTAKEN;

    /** @param current in force today */
    static List<EditionWarning> of(Edition e, String city, Edition current, LocalDate today) {
        List<EditionWarning> warnings = new ArrayList<>();
        if (!e.city().equals(city)) warnings.add(OTHER_CITY);
        else if (e.effective().isBefore(current.effective())) return List.of(OVERTAKEN);
        if (e.effective().isBefore(today)) warnings.add(PAST);
        if (e.effective().isAfter(today)) warnings.add(LATER);
        return warnings;
    }
}
