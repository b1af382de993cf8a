package org.shouwen.warning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.access.Role;
import org.shouwen.warning.Warning;
import org.shouwen.warning.WarningEvidence;
import org.shouwen.warning.WarningLife;
import org.shouwen.warning.Warnings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Risk warnings: what waits for a person, what is being done, and one with its evidence (Art. 2, 19). */
@Controller
@RequestMapping("/warnings")
class WarningScreens {
    private static final int ROWS = 100;

    private final Warnings warnings;
    private final WarningEvidence evidence;
    private final WarningHandling handling;
    private final Directory directory;
    private final Vault vault;
    private final Forms forms;

    WarningScreens(
            Warnings warnings,
            WarningEvidence evidence,
            WarningHandling handling,
            Directory directory,
            Vault vault,
            Forms forms) {
        this.warnings = warnings;
        this.evidence = evidence;
        this.handling = handling;
        this.directory = directory;
        this.vault = vault;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "WAITING") Warnings.Tab tab,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Warning> page = warnings.list(tab, me, After.parse(after), ROWS);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", me.ofPlatform() ? List.of(Warnings.Tab.values()) : List.of());
        model.addAttribute("decides", WarningLife.decides(me));
        return "warning/list";
    }

    /** An appeal as it is shown among others; its words without what leads to the person. */
    record Line(Appeal appeal, String title) {}

    @GetMapping("/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        Warning w = warnings.get(number, me);
        List<Appeal> appeals = evidence.of(w, me);
        model.addAttribute("w", w);
        model.addAttribute(
                "appeals",
                appeals.stream()
                        .map(a -> new Line(a, vault.scrub(a.appellant()).of(a.words().title())))
                        .toList());
        model.addAttribute("most", WarningEvidence.MOST);
        model.addAttribute("steps", evidence.steps(w));
        model.addAttribute("rules", WarningLife.canRule(w, me));
        model.addAttribute("follows", WarningLife.canFollow(w, me));
        model.addAttribute("reports", me.has(Role.BUREAU));
        model.addAttribute("units", directory.units().stream().filter(Unit::active).toList());
        model.addAttribute(
                "orders",
                appeals.stream()
                        .filter(a -> a.decision() != null
                                && a.decision().outcome() instanceof Disposition outcome
                                && outcome.opensOrder())
                        .map(Appeal::number)
                        .toList());
        return "warning/show";
    }

    @PostMapping("/{number}/confirmations")
    String confirm(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(number, typed, me, model, redirect, "confirmed", () ->
                warnings.rule(number, true, WarningActs.CONFIRM.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/dismissals")
    String dismiss(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(number, typed, me, model, redirect, "dismissed", () ->
                warnings.rule(number, false, WarningActs.DISMISS.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/handings")
    String hand(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(number, typed, me, model, redirect, "handed", () ->
                handling.hand(number, WarningActs.HAND.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/watches")
    String watch(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(number, typed, me, model, redirect, "watched", () ->
                warnings.watch(number, WarningActs.WATCH.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/endings")
    String end(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(number, typed, me, model, redirect, "ended", () ->
                warnings.end(number, WarningActs.END.read(Raw.form(typed)), me));
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
            return show(number, me, model);
        }
        redirect.addFlashAttribute("told", "warning.told." + told);
        return "redirect:/warnings/" + number;
    }
}
