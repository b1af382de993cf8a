package org.shouwen.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SignedIn;
import org.shouwen.directory.Directory;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Stale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's accounts: secrets are shown once, changes end old sessions. */
@Controller
@RequestMapping("/admin/accounts")
class AccountScreens {
    private final Accounts accounts;
    private final Directory directory;
    private final MessageSource messages;

    AccountScreens(Accounts accounts, Directory directory, MessageSource messages) {
        this.accounts = accounts;
        this.directory = directory;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("units", directory.units());
        model.addAttribute("roles", Role.values());
        return "accounts/list";
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> role,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            Accounts.Made made =
                    accounts.create(login, name, unit.isBlank() ? null : unit, null, roles(role), me.actor());
            redirect.addFlashAttribute("secret", made.password());
            redirect.addFlashAttribute("secretFor", made.account().login());
            return "redirect:/admin/accounts";
        } catch (BadInput e) {
            problem(e, model, response, locale);
            model.addAttribute("typedLogin", login);
            model.addAttribute("typedName", name);
            return list(model);
        }
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> role,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam long version,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Account a = accounts.get(id);
        try {
            if (id.equals(me.account()) && !active) throw new BadInput("active", "accounts.bad.yourself");
            accounts.change(
                    new Account(
                            id,
                            a.login(),
                            name,
                            unit.isBlank() ? null : unit,
                            a.officer(),
                            roles(role),
                            a.mustChange(),
                            active,
                            version),
                    me.actor());
            redirect.addFlashAttribute("told", "accounts.told.changed");
            return "redirect:/admin/accounts";
        } catch (BadInput | Stale e) {
            problem(e, model, response, locale);
            return list(model);
        }
    }

    @PostMapping("/{id}/passwords")
    String reset(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        redirect.addFlashAttribute("secret", accounts.resetPassword(id, me.actor()));
        redirect.addFlashAttribute("secretFor", accounts.get(id).login());
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{id}/token-revocations")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        accounts.revokeTokens(id, me.actor());
        redirect.addFlashAttribute("told", "accounts.told.revoked");
        return "redirect:/admin/accounts";
    }

    @PostMapping("/tokens")
    String token(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<String> role,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            redirect.addFlashAttribute(
                    "secret", accounts.token(name, roles(role), unit.isBlank() ? null : unit, me.actor()));
            redirect.addFlashAttribute("secretFor", "api:" + name);
            return "redirect:/admin/accounts";
        } catch (BadInput e) {
            problem(e, model, response, locale);
            return list(model);
        }
    }

    private void problem(RuntimeException e, Model model, HttpServletResponse response, Locale locale) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
    }

    private static Set<Role> roles(@Nullable List<String> names) {
        if (names == null) return Set.of();
        Set<String> known = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet());
        return names.stream().filter(known::contains).map(Role::valueOf).collect(Collectors.toSet());
    }
}
