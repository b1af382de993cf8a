package org.shouwen.warning.web;

import java.util.List;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.warning.Warning;
import org.shouwen.warning.WarningEvidence;
import org.shouwen.warning.WarningLife;
import org.shouwen.warning.Warnings;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One warning with its evidence, and what the reader may do with it. */
@Component
class WarningPage {
    private final Warnings warnings;
    private final WarningEvidence evidence;
    private final Directory directory;

    WarningPage(Warnings warnings, WarningEvidence evidence, Directory directory) {
        this.warnings = warnings;
        this.evidence = evidence;
        this.directory = directory;
    }

    /** An appeal as it is shown among others; its words without what leads to the person. */
    record Line(Appeal appeal, String title) {}

    String show(String number, CurrentUser me, Model model) {
        Warning w = warnings.get(number, me);
        List<Appeal> appeals = evidence.of(w, me);
        model.addAttribute("w", w);
        model.addAttribute(
                "appeals",
                appeals.stream().map(a -> new Line(a, evidence.title(a))).toList());
        model.addAttribute("most", WarningEvidence.MOST);
        model.addAttribute("steps", evidence.steps(w));
        model.addAttribute("rules", WarningLife.canRule(w, me));
        model.addAttribute("follows", WarningLife.canFollow(w, me));
        model.addAttribute("reports", me.has(Role.BUREAU));
        model.addAttribute(
                "units", directory.units().stream().filter(Unit::active).toList());
        model.addAttribute(
                "orders",
                appeals.stream()
                        .filter(a ->
                                a.decision() != null && a.decision().outcome().opensOrder())
                        .map(Appeal::number)
                        .toList());
        return "warning/show";
    }
}
