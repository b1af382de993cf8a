package org.shouwen.workorder.web;

import java.util.List;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Articles that a unit's report may rest on (Art. 13.4), as they are offered on the order's page. */
@Controller
class ArticleCitations {
    private static final int MOST = 5;
    private final AnswerSearch search;
    private final WorkOrderBoard board;

    ArticleCitations(AnswerSearch search, WorkOrderBoard board) {
        this.search = search;
        this.board = board;
    }

    /** What is found for other words than the order's own; empty words: the order's own. */
    @GetMapping("/orders/{number}/citations")
    String find(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        OrderPage page = board.page(number, me);
        model.addAttribute("citable", q.isBlank() ? offers(page) : search.find(q, MOST));
        return "workorder/citations :: list";
    }

    /** What may answer the order. */
    List<AnswerSearch.Answer> offers(OrderPage page) {
        return search.find(page.matter().title() + "\n" + page.matter().content(), MOST);
    }
}
