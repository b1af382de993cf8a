package org.shouwen.workorder.web;

import java.util.List;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.workorder.AppellantRemarks;
import org.shouwen.workorder.HandedOn;
import org.shouwen.workorder.JoinedMatters;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.Supervised;
import org.shouwen.workorder.ToldBeside;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills what stands around an order on its page: what is joined under it, what was said since, what was handed on. */
@Component
class OrderSurroundings {
    private static final int JOINED = 100;
    private final WorkOrderBoard board;
    private final JoinedMatters matters;
    private final AppellantRemarks remarks;
    private final HandedOn handedOn;
    private final Supervised supervised;
    private final Outages outages;
    private final OutageCallers callers;
    private final ArticleCitations citations;
    private final ToldBeside told;

    OrderSurroundings(
            WorkOrderBoard board,
            JoinedMatters matters,
            AppellantRemarks remarks,
            HandedOn handedOn,
            Supervised supervised,
            Outages outages,
            OutageCallers callers,
            ArticleCitations citations,
            ToldBeside told) {
        this.told = told;
        this.outages = outages;
        this.callers = callers;
        this.citations = citations;
        this.board = board;
        this.matters = matters;
        this.remarks = remarks;
        this.handedOn = handedOn;
        this.supervised = supervised;
    }

    void fill(Model model, OrderPage page, CurrentUser me) {
        After from = model.getAttribute("joinedFrom") instanceof After a ? a : null;
        Page<OrderLine> joined = board.joined(page, me, from, JOINED);
        model.addAttribute("joined", joined);
        model.addAttribute("brought", matters.of(page, joined.items(), me));
        model.addAttribute("remarks", remarks.of(page, me));
        model.addAttribute("toldBeside", told.of(page).orElse(null));
        model.addAttribute("handedOn", handedOn.of(page.number(), me));
        model.addAttribute("supervised", supervised.of(page.id(), me));
        OutageJoining.show(model, page, outages, callers);
        boolean reports = model.getAttribute("may") instanceof List<?> may && may.contains("reports");
        if (reports) model.addAttribute("citable", citations.offers(page));
    }
}
