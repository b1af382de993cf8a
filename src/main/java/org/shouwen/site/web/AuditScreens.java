package org.shouwen.site.web;

import java.time.InstantSource;
import org.shouwen.history.History;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What administrators did, for the one who may read it and do nothing. */
@Controller
class AuditScreens {
    private static final int MOST = 500;
    private final History history;
    private final InstantSource clock;

    AuditScreens(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/audit")
    String list(Model model) {
        model.addAttribute("rows", history.administration(clock.instant().plusSeconds(1), MOST));
        return "site/audit";
    }
}
