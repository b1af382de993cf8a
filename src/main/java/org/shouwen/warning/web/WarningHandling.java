package org.shouwen.warning.web;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.warning.Handing.To;
import org.shouwen.warning.Warning;
import org.shouwen.warning.Warnings;
import org.springframework.stereotype.Component;

/** Hands a warning on, to whom the act says; the same for form and API. */
@Component
class WarningHandling {
    private final Warnings warnings;

    WarningHandling(Warnings warnings) {
        this.warnings = warnings;
    }

    Warning hand(String number, WarningActs.Hand h, CurrentUser by) {
        return h.to() == To.SPECIAL_REPORT
                ? warnings.report(number, h.order(), h.recipient(), h.words(), h.workingDays(), by)
                : warnings.hand(number, h.to(), h.recipient(), h.unit(), h.words(), by);
    }
}
