package org.shouwen.knowledge.web;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Flaw;
import org.shouwen.knowledge.Flaws;
import org.shouwen.knowledge.Gaps;
import org.shouwen.problems.Page;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the list of what was found wrong or missing, with the gaps that some of it stands for. */
@Component
class FlawParts {
    private static final int LIMIT = 50;
    private final Flaws flaws;
    private final Gaps gaps;

    FlawParts(Flaws flaws, Gaps gaps) {
        this.flaws = flaws;
        this.gaps = gaps;
    }

    void show(Model model, CurrentUser me) {
        model.addAttribute("publishes", ArticleVersion.platform(me));
        Page<Flaw> open = flaws.open(me, null, LIMIT);
        model.addAttribute("flaws", open);
        model.addAttribute(
                "gapOf", gaps.ofFlaws(open.items().stream().map(Flaw::id).toList()));
    }
}
