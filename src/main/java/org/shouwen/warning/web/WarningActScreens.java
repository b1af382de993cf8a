package org.shouwen.warning.web;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.problems.Forms;
import org.shouwen.warning.Warnings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a warning: confirm, dismiss, hand on, watch, end (Art. 2, 19, ruling 16). */
@Controller
@RequestMapping("/warnings")
class WarningActScreens {
    private final Warnings warnings;
    private final WarningHandling handling;
    private final WarningPage page;
    private final Forms forms;

    WarningActScreens(Warnings warnings, WarningHandling handling, WarningPage page, Forms forms) {
        this.warnings = warnings;
        this.handling = handling;
        this.page = page;
        this.forms = forms;
    }

    @PostMapping("/{number}/confirmations")
    String confirm(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(
                number,
                typed,
                me,
                model,
                redirect,
                "confirmed",
                () -> warnings.rule(number, true, WarningActs.CONFIRM.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/dismissals")
    String dismiss(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(
                number,
                typed,
                me,
                model,
                redirect,
                "dismissed",
                () -> warnings.rule(number, false, WarningActs.DISMISS.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/handings")
    String hand(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(
                number,
                typed,
                me,
                model,
                redirect,
                "handed",
                () -> handling.hand(number, WarningActs.HAND.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/watches")
    String watch(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(
                number,
                typed,
                me,
                model,
                redirect,
                "watched",
                () -> warnings.watch(number, WarningActs.WATCH.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/endings")
    String end(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(
                number,
                typed,
                me,
                model,
                redirect,
                "ended",
                () -> warnings.end(number, WarningActs.END.read(Raw.form(typed)), me));
    }

    private String done(
            String number,
            MultiValueMap<String, String> typed,
            CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            String told,
            Runnable act) {
        if (forms.refused(model, act)) {
            model.addAttribute("t", typed.toSingleValueMap());
            return page.show(number, me, model);
        }
        redirect.addFlashAttribute("told", "warning.told." + told);
        return "redirect:/warnings/" + number;
    }
}
