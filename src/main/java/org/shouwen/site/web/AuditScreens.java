package org.shouwen.site.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators did, for the one who may read it and do nothing. */
@Controller
class AuditScreens {
    private static final int PAGE = 100;
    private final History history;
    private final InstantSource clock;

    AuditScreens(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /** @param before only what was earlier, for the next page */
    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "administration") String tab,
            @RequestParam(required = false) @Nullable Instant before,
            Model model) {
        Instant until = before == null ? clock.instant().plusSeconds(1) : before;
        boolean searches = tab.equals("searches");
        List<Recorded> rows = searches ? history.searches(until, PAGE) : history.administration(until, PAGE);
        model.addAttribute("tab", searches ? tab : "administration");
        model.addAttribute("rows", rows);
        model.addAttribute("next", rows.size() < PAGE ? null : rows.getLast().at());
        return "site/audit";
    }
}
