package org.shouwen.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.SignedIn;
import org.shouwen.citizens.Masked;
import org.shouwen.citizens.Vault;
import org.shouwen.intake.Appeal;
import org.shouwen.intake.Appeals;
import org.shouwen.intake.OwnAppeals;
import org.shouwen.messages.Outbox;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's queue, and the page of one appeal. */
@Controller
class AppealScreens {
    private static final int PAGE = 50;
    private final Appeals appeals;
    private final OwnAppeals own;
    private final Outbox outbox;
    private final Vault vault;
    private final Desk desk;
    private final MessageSource messages;

    AppealScreens(Appeals appeals, OwnAppeals own, Outbox outbox, Vault vault, Desk desk, MessageSource messages) {
        this.appeals = appeals;
        this.own = own;
        this.outbox = outbox;
        this.vault = vault;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals")
    String queue(
            @RequestParam(defaultValue = "waiting") String tab,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        boolean all = tab.equals("all");
        List<Appeal> rows = new ArrayList<>(all ? appeals.page(null, after, PAGE + 1) : appeals.queue(after, PAGE + 1));
        boolean more = rows.size() > PAGE;
        if (more) rows.removeLast();
        Map<UUID, Masked> masked =
                vault.masked(rows.stream().map(Appeal::appellant).toList());
        model.addAttribute("tab", all ? "all" : "waiting");
        model.addAttribute("rows", rows);
        model.addAttribute("masked", masked);
        model.addAttribute("next", more ? rows.getLast().number() : null);
        model.addAttribute("waiting", appeals.waiting());
        model.addAttribute("edition", desk.edition());
        return "intake/queue";
    }

    @GetMapping("/appeals/{number}")
    String show(@PathVariable String number, Model model) {
        return page(number, model);
    }

    /** A look at who it is: on record before anything is shown (Art. 21). */
    @PostMapping("/appeals/{number}/looks")
    String look(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            model.addAttribute("identity", vault.look(appeals.get(number).appellant(), me, why == null ? "" : why));
        } catch (BadInput e) {
            FormProblem problem = FormProblem.of(e, messages, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
        }
        return page(number, model);
    }

    private String page(String number, Model model) {
        Appeal a = appeals.get(number);
        model.addAttribute("a", a);
        model.addAttribute("masked", vault.masked(List.of(a.appellant())).get(a.appellant()));
        model.addAttribute("way", appeals.way(a));
        model.addAttribute("additions", own.additions(a));
        model.addAttribute("messages", outbox.of(number));
        model.addAttribute("order", own.order(a).orElse(null));
        model.addAttribute("edition", desk.edition());
        return "intake/appeal";
    }
}
