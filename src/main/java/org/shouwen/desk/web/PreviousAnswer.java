package org.shouwen.desk.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.identity.Vault;
import org.springframework.ui.Model;

/** The newest answer to a question of the same class, for the officer to take and edit; without what leads to who asked (Art. 21). */
record PreviousAnswer(String number, String answer, Instant at, String officer) {
    /** Among the similar appeals on the page; null when none of them was a question that was answered. */
    static @Nullable PreviousAnswer of(Model model, Vault vault) {
        if (!(model.getAttribute("similar") instanceof List<?> similar)) return null;
        for (Object o : similar)
            if (o instanceof Appeal a
                    && a.words().kind().equals("consultation")
                    && a.decision() != null
                    && a.decision().outcome() instanceof Disposition.Answered given)
                return new PreviousAnswer(
                        a.number(),
                        vault.scrub(a.appellant()).of(given.answer()),
                        a.decision().at(),
                        a.decision().officer());
        return null;
    }
}
