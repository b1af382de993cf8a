package org.shouwen.callback.web;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.calendar.Limits;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.callback.HandDraws;
import org.shouwen.directory.Directory;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws callbacks by hand for a period and a unit, and gives what waits to agents. */
@Controller
@RequestMapping("/callbacks/draws")
class HandDrawScreens {
    private static final int PAGE = 100;
    private final HandDraws draws;
    private final GivenCallbacks given;
    private final Directory directory;
    private final Forms forms;
    private final InstantSource clock;

    HandDrawScreens(HandDraws draws, GivenCallbacks given, Directory directory, Forms forms, InstantSource clock) {
        this.draws = draws;
        this.given = given;
        this.directory = directory;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Page<HandDraws.HandDraw> page = draws.latest(After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("draws", page.items());
        model.addAttribute("agents", given.agents());
        model.addAttribute("ungiven", given.ungiven());
        model.addAttribute("units", directory.units());
        model.addAttribute("today", clock.instant().atZone(Limits.ZONE).toLocalDate());
        return "callback/draws";
    }

    @PostMapping
    String draw(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> {
            CallbackActs.Draw d = CallbackActs.DRAW.read(Raw.form(typed));
            draws.draw(d.from(), d.to(), d.unit(), d.percent(), me);
        });
        if (refused) return list(null, model);
        redirect.addFlashAttribute("told", "callback.told.drawn");
        return "redirect:/callbacks/draws";
    }

    @PostMapping("/givings")
    String give(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> {
            CallbackActs.Give g = CallbackActs.GIVE.read(Raw.form(typed));
            given.give(g.agent(), g.many(), me);
        });
        if (refused) return list(null, model);
        redirect.addFlashAttribute("told", "callback.told.given");
        return "redirect:/callbacks/draws";
    }
}
