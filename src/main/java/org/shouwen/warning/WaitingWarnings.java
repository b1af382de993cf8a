package org.shouwen.warning;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.reporting.OverviewNotices;
import org.springframework.stereotype.Component;

/** Says on the leader's page how many warnings wait for a person. */
@Component
class WaitingWarnings implements OverviewNotices {
    private final Warnings warnings;

    WaitingWarnings(Warnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public Notice of(CurrentUser reader) {
        return new Notice("warning.waiting", warnings.waiting(reader), "/warnings");
    }
}
