package org.shouwen.channels.events;

import java.time.Duration;
import java.time.Instant;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.stereotype.Component;

/** What went out is on record for half a year, and then not any more; the journal itself stays (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenSent implements ForgetsAfterDays {
    private static final Duration KEPT = Duration.ofDays(180);
    private final CursorStore cursors;

    ForgottenSent(CursorStore cursors) {
        this.cursors = cursors;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        cursors.forgetSentBefore(now.minus(KEPT));
    }
}
