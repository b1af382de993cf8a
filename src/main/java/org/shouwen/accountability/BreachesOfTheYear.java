package org.shouwen.accountability;

import java.time.InstantSource;
import java.util.List;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What twelve months add up to: verified breaches by unit and by person, and seconds that are to be referred (23.4). */
@Service
@Transactional(readOnly = true)
public class BreachesOfTheYear {
    private final BreachCounts counts;
    private final InstantSource clock;

    BreachesOfTheYear(BreachCounts counts, InstantSource clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** Within the twelve months that end now, most first. */
    public List<Breach.Count> counts() {
        return counts.since(clock.instant().atZone(Limits.ZONE).minusMonths(12).toInstant());
    }

    /** Numbers of cases that are the second within twelve months and wait to be referred, oldest first. */
    public List<String> toRefer(CurrentUser by) {
        return counts.toRefer(ConflictOfInterest.order("b.order_number"), ConflictOfInterest.reader(by));
    }
}
