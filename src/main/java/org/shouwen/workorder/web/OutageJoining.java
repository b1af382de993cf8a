package org.shouwen.workorder.web;

import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.shouwen.problems.Forms;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On an order's page: the outages of its place, and the act that joins all who wait for the order to one of them. */
@Controller
class OutageJoining {
    private final WorkOrderBoard board;
    private final Outages outages;
    private final OutageCallers callers;
    private final Forms forms;
    private final OrderView view;

    OutageJoining(WorkOrderBoard board, Outages outages, OutageCallers callers, Forms forms, OrderView view) {
        this.board = board;
        this.outages = outages;
        this.callers = callers;
        this.forms = forms;
        this.view = view;
    }

    /** @throws org.shouwen.problems.NotFound when the order is not there for this person, or the outage is over */
    @PostMapping("/orders/{number}/outages")
    String join(
            @PathVariable String number,
            @RequestParam UUID outage,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        OrderPage page = board.page(number, me);
        if (forms.refused(model, () -> callers.joinOrder(outage, page.number()))) {
            view.fill(model, number, me);
            return "workorder/order";
        }
        redirect.addFlashAttribute("told", "knowledge.told.joined");
        return "redirect:/orders/" + number;
    }

    /** What stands at the order's place, and what the order is joined to. */
    static void show(Model model, OrderPage page, Outages outages, OutageCallers callers) {
        List<Outage> standing = outages.at(page.matter().place());
        model.addAttribute("outages", standing);
        model.addAttribute("places", outages.places(standing));
        model.addAttribute("joinedOutages", standing.isEmpty() ? List.of() : callers.of(page.number()));
    }
}
