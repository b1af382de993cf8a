package org.shouwen.desk.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.OpenMatters;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.warning.WarningEvidence;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Warnings of the matter that the agent is typing, and joining the caller to one (Art. 2). */
@Component
@Basis(Clause.A2)
class DeskWarnings {
    /** With the number of a warning: the caller is joined to it. */
    private static final String WARNING = "warning.";

    private final WarningEvidence warnings;

    DeskWarnings(WarningEvidence warnings) {
        this.warnings = warnings;
    }

    /** @param same earlier appeals that may be about the same matter */
    void show(Model model, List<OpenMatters.Offer> same, IntakeForm form, CurrentUser me) {
        model.addAttribute(
                "warningHints",
                warnings.hints(same.stream().map(o -> o.appeal().id()).toList(), me));
        model.addAttribute("warningsChosen", chosen(form));
    }

    /** Joins what was taken to the warnings that the agent ticked. */
    void joined(String appeal, IntakeForm form, CurrentUser me) {
        for (String number : chosen(form)) warnings.join(number, appeal, me);
    }

    private static Set<String> chosen(IntakeForm form) {
        return form.typed().keySet().stream()
                .filter(field -> field.startsWith(WARNING))
                .map(field -> field.substring(WARNING.length()))
                .collect(Collectors.toSet());
    }
}
