package org.shouwen.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches what is counted: surges of a class each minute, and units that fall behind with them (Art. 2). */
@Component
class CountWatch implements Job {
    private final CountSignals signals;
    private final Raising raising;
    private final Rules rules;
    private final InstantSource clock;

    CountWatch(CountSignals signals, Raising raising, Rules rules, InstantSource clock) {
        this.signals = signals;
        this.raising = raising;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "risk-counts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    @Transactional
    public void run() {
        Instant now = Instants.now(clock);
        RuleBook book = rules.current();
        for (Found f : signals.surges(book, now)) raising.found(f, now);
        for (Found f : signals.backlogs(book, now)) raising.found(f, now);
    }
}
