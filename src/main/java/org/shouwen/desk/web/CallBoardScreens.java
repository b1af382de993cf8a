package org.shouwen.desk.web;

import org.shouwen.desk.CallBoard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 话务大屏, on the wall of the hall; it draws itself anew every five seconds. */
@Controller
@RequestMapping("/wall")
class CallBoardScreens {
    private final CallBoard board;

    CallBoardScreens(CallBoard board) {
        this.board = board;
    }

    @GetMapping
    String page(Model model) {
        return shown(model, "desk/wall");
    }

    @GetMapping("/now")
    String now(Model model) {
        return shown(model, "desk/wall :: now");
    }

    private String shown(Model model, String view) {
        model.addAttribute("w", board.now());
        model.addAttribute("agents", board.agents());
        return view;
    }
}
