package org.shouwen.accounts.web;

import java.util.UUID;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.Grants;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.accounts.StaffResidences;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security officer's page: roles that wait to be granted, second factors that were lost, and where people live. */
@Controller
@RequestMapping("/grants")
class GrantScreens {
    private final Grants grants;
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final StaffResidences homes;
    private final Forms forms;

    GrantScreens(Grants grants, Accounts accounts, SecondFactor secondFactor, StaffResidences homes, Forms forms) {
        this.grants = grants;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.homes = homes;
        this.forms = forms;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("waiting", grants.waiting());
        model.addAttribute(
                "accounts",
                accounts.all().stream().filter(a -> !a.signedIn().program()).toList());
        model.addAttribute(
                "names",
                accounts.all().stream()
                        .collect(java.util.stream.Collectors.toMap(a -> a.id(), a -> a.login() + " " + a.name())));
        model.addAttribute("enrolled", secondFactor);
        model.addAttribute("homes", homes.all());
        return "accounts/grants";
    }

    /** A secret that goes with it is in this one answer and kept nowhere, not even with the session. */
    @PostMapping("/{id}/grantings")
    String grant(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model, RedirectAttributes redirect) {
        model.addAttribute("secretFor", whose(id));
        String answer = done(model, redirect, () -> model.addAttribute("secret", grants.decide(id, true, me)));
        return model.getAttribute("secret") == null ? answer : list(model);
    }

    @PostMapping("/{id}/refusals")
    String refuse(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model, RedirectAttributes redirect) {
        return done(model, redirect, () -> grants.decide(id, false, me));
    }

    @PostMapping("/accounts/{id}/second-factor-resets")
    String reset(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model, RedirectAttributes redirect) {
        return done(model, redirect, () -> secondFactor.reset(id, me));
    }

    @PostMapping("/accounts/{id}/homes")
    String home(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String home,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("typedHome", home);
        model.addAttribute("typedAt", id);
        return done(model, redirect, () -> homes.note(accounts.get(id).id(), home, me));
    }

    private String whose(UUID grant) {
        return grants.waiting().stream()
                .filter(g -> g.id().equals(grant))
                .map(g -> accounts.get(g.account()).login())
                .findFirst()
                .orElse("");
    }

    private String done(Model model, RedirectAttributes redirect, Runnable what) {
        if (forms.refused(model, what)) return list(model);
        redirect.addFlashAttribute("told", "accounts.told.saved");
        return "redirect:/grants";
    }
}
