package org.shouwen.accounts.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.problems.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's accounts: what is asked for here is granted by somebody else, and of a secret each is told half. */
@Controller
@RequestMapping("/admin/accounts")
class AccountScreens {
    private final Accounts accounts;
    private final Directory directory;
    private final Forms forms;

    AccountScreens(Accounts accounts, Directory directory, Forms forms) {
        this.accounts = accounts;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("units", directory.units());
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values()).filter(r -> !r.needsProgram()).toList());
        model.addAttribute(
                "programRoles",
                Arrays.stream(Role.values()).filter(r -> !r.needsPerson()).toList());
        model.addAttribute("tokens", accounts.tokens());
        return "accounts/list";
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> role,
            Actor by,
            Model model) {
        model.addAttribute("typedLogin", login);
        model.addAttribute("typedName", name);
        return asked(
                model,
                login,
                () -> accounts.ask(login, name, unit(unit), Role.named(role), by)
                        .password());
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> role,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam long version,
            Actor by,
            Model model,
            RedirectAttributes redirect) {
        Account a = accounts.get(id);
        if (forms.refused(
                model, () -> accounts.change(a.with(name, unit(unit), Role.named(role), active, version), by)))
            return list(model);
        redirect.addFlashAttribute("told", "accounts.told.changed");
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{id}/passwords")
    String reset(@PathVariable UUID id, Actor by, Model model) {
        return asked(model, accounts.get(id).login(), () -> accounts.askPassword(id, by));
    }

    @PostMapping("/{id}/token-revocations")
    String revoke(@PathVariable UUID id, Actor by, RedirectAttributes redirect) {
        accounts.revokeTokens(id, by);
        redirect.addFlashAttribute("told", "accounts.told.revoked");
        return "redirect:/admin/accounts";
    }

    @PostMapping("/tokens")
    String token(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> role,
            Actor by,
            Model model) {
        return asked(model, name, () -> accounts.askToken(name, Role.named(role), unit(unit), by));
    }

    /** The first half is in this one answer and kept nowhere, not even with the session. */
    private String asked(Model model, String login, Supplier<String> what) {
        if (!forms.refused(model, () -> model.addAttribute("secret", what.get()))) {
            model.addAttribute("secretFor", login);
            model.addAttribute("typedLogin", "");
            model.addAttribute("typedName", "");
        }
        return list(model);
    }

    private static @Nullable String unit(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
