package org.shouwen.warning.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.warning.Warning;
import org.shouwen.warning.WarningEvidence;
import org.shouwen.warning.WarningLife;
import org.shouwen.warning.Warnings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Risk warnings: what waits for a person, what is being done, and one with its evidence (Art. 2, 19). */
@Controller
@RequestMapping("/warnings")
class WarningScreens {
    private static final int ROWS = 100;

    private final Warnings warnings;
    private final WarningEvidence evidence;
    private final WarningPage page;
    private final InstantSource clock;

    WarningScreens(Warnings warnings, WarningEvidence evidence, WarningPage page, InstantSource clock) {
        this.evidence = evidence;
        this.clock = clock;
        this.warnings = warnings;
        this.page = page;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "WAITING") Warnings.Tab tab,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Warning> listed = warnings.list(tab, me, After.parse(after), ROWS);
        model.addAttribute("page", listed);
        model.addAttribute("rows", listed.items());
        model.addAttribute("titles", evidence.titles(listed.items(), me));
        model.addAttribute("today", clock.instant().atZone(Limits.ZONE).toLocalDate());
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", me.ofPlatform() ? List.of(Warnings.Tab.values()) : List.of());
        model.addAttribute("decides", WarningLife.decides(me));
        return "warning/list";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        return page.show(number, me, model);
    }
}
