package org.shouwen.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.SignedIn;
import org.shouwen.citizens.Vault;
import org.shouwen.intake.Appeal;
import org.shouwen.intake.Appeals;
import org.shouwen.intake.ReadableAppeals;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who has the order may see whom to call, after saying why; the look is on record before anything is shown (Art. 21).
 * Whoever may not see the order does not learn that there is one.
 */
@Controller
class ContactScreens {
    private final WorkOrderBoard board;
    private final Appeals appeals;
    private final ReadableAppeals readable;
    private final Vault vault;
    private final MessageSource messages;

    ContactScreens(
            WorkOrderBoard board, Appeals appeals, ReadableAppeals readable, Vault vault, MessageSource messages) {
        this.board = board;
        this.appeals = appeals;
        this.readable = readable;
        this.vault = vault;
        this.messages = messages;
    }

    /** @param closed this person must not know who it is, not even by a mask */
    private record Seen(OrderPage order, Appeal appeal, boolean closed) {}

    @GetMapping("/orders/{number}/appellant")
    String ask(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Model model) {
        page(number, me, model);
        return "intake/contact";
    }

    @PostMapping("/orders/{number}/appellant")
    String look(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Seen seen = page(number, me, model);
        try {
            if (seen.closed())
                throw refusal(
                        me.ofPlatform()
                                ? "accused-yourself"
                                : seen.appeal().words().secret() ? "asked-for-secrecy" : "accused");
            if (!me.ofPlatform() && seen.order().order().state() == WorkOrder.State.CLOSED) throw refusal("order-over");
            if (me.ofPlatform()) readable.requireLookable(seen.appeal());
            model.addAttribute(
                    "identity",
                    vault.look(seen.appeal().appellant(), me, request.getRemoteAddr(), why == null ? "" : why));
        } catch (BadInput | Refusal e) {
            FormProblem problem = FormProblem.of(e, messages, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
        }
        return "intake/contact";
    }

    private static Refusal refusal(String words) {
        return new Refusal(Clause.A21.name(), Clause.A21.citation(), "intake.refused." + words, List.of());
    }

    /** The order's number is its appeal's. */
    private Seen page(String number, SignedIn me, Model model) {
        OrderPage order = board.page(number, me);
        Appeal appeal = appeals.get(number);
        Seen seen = new Seen(order, appeal, board.closed(order, me));
        model.addAttribute("number", number);
        model.addAttribute("title", order.matter().title());
        if (!seen.closed()) // even a mask tells something
        model.addAttribute("masked", vault.masked(List.of(appeal.appellant())).get(appeal.appellant()));
        return seen;
    }
}
