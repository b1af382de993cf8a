package org.shouwen.reporting.figures;

import java.time.Duration;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.stereotype.Component;

/** Counts the people of large periods that somebody asked for; one may take minutes, and keeps nothing else waiting. */
@Component
class PersonCountJob implements OwnThreadJob {
    private final PersonCounts counts;

    PersonCountJob(PersonCounts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "reporting-people";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        counts.count();
    }
}
