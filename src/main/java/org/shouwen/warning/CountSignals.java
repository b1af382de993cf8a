package org.shouwen.warning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.UnitFlows;
import org.shouwen.reporting.Unusual;
import org.shouwen.reporting.UnusualCounts;
import org.springframework.stereotype.Component;

/** What counts give to warn of: a class that comes far more often than expected, a unit that falls behind (Art. 2). */
@Component
@Basis(Clause.A2)
class CountSignals {
    private static final int WEEK = 7;

    private final UnusualCounts counts;
    private final UnitFlows flows;
    private final Thresholds thresholds;

    CountSignals(UnusualCounts counts, UnitFlows flows, Thresholds thresholds) {
        this.counts = counts;
        this.flows = flows;
        this.thresholds = thresholds;
    }

    /** A class of which fewer came than the rule says is not looked at; one that calls for nothing may join a warning. */
    List<Found> surges(RuleBook rules, Instant now) {
        SignalRule rule = rules.rule(Signal.CLASS_PLACE);
        int days = Math.min(WEEK, rule.days());
        List<Found> found = new ArrayList<>();
        for (Unusual u : counts.of(LocalDateTime.ofInstant(now, Limits.ZONE), days, rule.least())) {
            Threshold threshold = thresholds.of(rule, u.matterClass(), now);
            if (u.deviations() < rule.excess()) continue;
            found.add(new Found(
                    Signal.CLASS_PLACE,
                    String.join("|", Signal.CLASS_PLACE.name(), u.matterClass(), u.county()),
                    u.matterClass(),
                    u.county(),
                    "",
                    u.appeals(),
                    new Warning.Evidence(u.seen(), u.expected(), threshold.now(), days, "", now),
                    u.seen() >= threshold.now()));
        }
        return found;
    }

    List<Found> backlogs(RuleBook rules, Instant now) {
        SignalRule rule = rules.rule(Signal.UNIT_BACKLOG);
        Threshold threshold = thresholds.of(rule, "", now);
        List<Found> found = new ArrayList<>();
        for (UnitFlows.Flow f : flows.since(now.minus(rule.days(), ChronoUnit.DAYS))) {
            if (f.came() < rule.excess() * Math.max(1, f.closed())) continue;
            found.add(new Found(
                    Signal.UNIT_BACKLOG,
                    Signal.UNIT_BACKLOG.name() + "|" + f.unit(),
                    "",
                    "",
                    f.unit(),
                    List.of(),
                    new Warning.Evidence(f.came(), f.closed(), threshold.now(), rule.days(), "", now),
                    f.came() >= threshold.now()));
        }
        return found;
    }
}
