package org.shouwen.warning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What dismissals of the last year have taught about signals and classes. */
@Component
class Thresholds {
    private static final int DAYS = 365;

    private final WarningStore store;

    Thresholds(WarningStore store) {
        this.store = store;
    }

    /** @param matterClass empty for what has none */
    Threshold of(SignalRule rule, String matterClass, Instant now) {
        int[] taught = store.taught(rule.signal(), matterClass, now.minus(DAYS, ChronoUnit.DAYS));
        return new Threshold(rule.signal(), matterClass, rule.least(), taught[0], taught[1]);
    }

    /** All signals and classes in which anything was dismissed, for people to see. */
    List<Threshold> taught(RuleBook rules, Instant now) {
        Map<String, Warning> one = new LinkedHashMap<>();
        for (Warning w : store.ruledSince(now.minus(DAYS, ChronoUnit.DAYS)))
            if (w.state() == Warning.State.DISMISSED) one.putIfAbsent(w.signal() + "|" + w.matterClass(), w);
        List<Threshold> all = new ArrayList<>();
        for (Warning w : one.values()) all.add(of(rules.rule(w.signal()), w.matterClass(), now));
        return all;
    }
}
