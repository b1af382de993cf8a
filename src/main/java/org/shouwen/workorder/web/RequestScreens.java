package org.shouwen.workorder.web;

import java.util.List;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SignedIn;
import org.shouwen.workorder.Request;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the platform beside the queues: requests of units, and urgent calls to be made. */
@Controller
class RequestScreens {
    private final WorkOrderBoard board;

    RequestScreens(WorkOrderBoard board) {
        this.board = board;
    }

    /** The dispatcher sees all that is theirs to decide, the Bureau the second returns. */
    @GetMapping("/desk/requests")
    String requests(@AuthenticationPrincipal SignedIn me, Model model) {
        boolean dispatcher = me.has(Role.DISPATCHER);
        boolean bureau = me.has(Role.BUREAU);
        List<Request> mine = board.requests(me, 200).stream()
                .filter(r -> (bureau && r.forTheBureau())
                        || (dispatcher && (r.asked().extension() != null || !r.forTheBureau())))
                .toList();
        model.addAttribute("rows", mine);
        return "workorder/requests";
    }

    @GetMapping("/desk/alarms")
    String alarms(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("alarms", board.alarms(me));
        return "workorder/alarms";
    }

    /** The strip on top of every page of the desk, fetched anew while the page stands. */
    @GetMapping("/desk/alarms/strip")
    String strip(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("alarms", board.alarms(me));
        return "workorder/alarms :: strip";
    }
}
