package org.shouwen.shell.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators did, for the one who may read it and do nothing. */
@Controller
class AuditScreens {
    private static final int PAGE = 100;
    private final History history;
    private final AuditWords words;

    AuditScreens(History history, AuditWords words) {
        this.history = history;
        this.words = words;
    }

    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "administration") String tab,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        After from = After.parse(after);
        Page<Recorded> page = switch (tab) {
            case "searches" -> history.searches(from, PAGE);
            case "alarms" -> history.alarms(from, PAGE);
            default -> history.administration(from, PAGE);
        };
        model.addAttribute("tab", tab.equals("searches") || tab.equals("alarms") ? tab : "administration");
        model.addAttribute("page", page);
        model.addAttribute(
                "rows", page.items().stream().map(r -> words.of(r, locale)).toList());
        return "shell/audit";
    }
}
