package org.shouwen.workorder.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.Request;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages on which the platform finds requests of units (extension, return) and questions that wait for its decision. */
@Controller
class RequestScreens {
    private static final int PAGE = 100;
    private final WorkOrderBoard board;

    RequestScreens(WorkOrderBoard board) {
        this.board = board;
    }

    /** What the dispatcher asked intake about: agents answer on the order's page. */
    @GetMapping("/desk/questions")
    String questions(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<OrderLine> page = board.questions(me, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "workorder/questions";
    }

    /** The dispatcher sees all that is theirs to decide, the Bureau the second returns. */
    @GetMapping("/desk/requests")
    String requests(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Request> page = board.requests(me, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "workorder/requests";
    }
}
