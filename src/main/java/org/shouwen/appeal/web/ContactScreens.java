package org.shouwen.appeal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.IdentityDisclosure;
import org.shouwen.identity.Vault;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to call about an order. Whoever may not see the order does not learn that there is one. */
@Controller
class ContactScreens {
    private final IdentityDisclosure contact;
    private final Vault vault;
    private final MessageSource messages;

    ContactScreens(IdentityDisclosure contact, Vault vault, MessageSource messages) {
        this.contact = contact;
        this.vault = vault;
        this.messages = messages;
    }

    @GetMapping("/orders/{number}/appellant")
    String ask(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        page(number, me, model);
        return "appeal/contact";
    }

    @PostMapping("/orders/{number}/appellant")
    String look(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        page(number, me, model);
        model.addAttribute("why", why);
        try {
            model.addAttribute("identity", contact.look(number, me, request.getRemoteAddr(), why));
        } catch (BadInput | Refusal e) {
            FormProblem problem = FormProblem.of(e, messages, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
        }
        return "appeal/contact";
    }

    /** The order's number is its appeal's. */
    private void page(String number, CurrentUser me, Model model) {
        IdentityDisclosure.Seen seen = contact.of(number, me);
        model.addAttribute("number", number);
        model.addAttribute("title", seen.order().matter().title());
        model.addAttribute("needsSecondFactor", !seen.closed() && !me.ofPlatform() && !contact.provedTwice(me));
        if (seen.appeal() == null) return; // even a mask tells something
        UUID appellant = seen.appeal().appellant();
        model.addAttribute("masked", vault.masked(List.of(appellant)).get(appellant));
    }
}
