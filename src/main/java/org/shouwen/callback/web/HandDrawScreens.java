package org.shouwen.callback.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.callback.HandDraws;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws callbacks by hand for a period and a unit, and gives what waits to agents. */
@Controller
@RequestMapping("/callbacks/draws")
class HandDrawScreens {
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
    String list(Model model) {
        model.addAttribute("draws", draws.latest());
        model.addAttribute("agents", given.agents());
        model.addAttribute("ungiven", given.ungiven());
        model.addAttribute("units", directory.units());
        model.addAttribute("today", clock.instant().atZone(Limits.ZONE).toLocalDate());
        return "callback/draws";
    }

    @PostMapping
    String draw(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String percent,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(
                model,
                () -> draws.draw(
                        date("from", from),
                        date("to", to),
                        unit.isBlank() ? null : new UnitId(unit),
                        number("percent", percent),
                        me));
        if (refused) return list(model);
        redirect.addFlashAttribute("told", "callback.told.drawn");
        return "redirect:/callbacks/draws";
    }

    @PostMapping("/givings")
    String give(
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "") String many,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> given.give(account(agent), number("many", many), me))) return list(model);
        redirect.addFlashAttribute("told", "callback.told.given");
        return "redirect:/callbacks/draws";
    }

    private static UUID account(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("agent", "callback.bad.agent");
        }
    }

    private static LocalDate date(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "problems.field.unreadable");
        }
    }

    private static int number(String field, String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new BadInput(field, "problems.field.unreadable");
        }
    }
}
