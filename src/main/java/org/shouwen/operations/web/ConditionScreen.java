package org.shouwen.operations.web;

import org.shouwen.operations.ConditionView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 系统状况: whether all is well, and what to do where it is not. */
@Controller
class ConditionScreen {
    private final ConditionView view;

    ConditionScreen(ConditionView view) {
        this.view = view;
    }

    @GetMapping("/admin/condition")
    String condition(Model model) {
        model.addAttribute("lines", view.lines());
        model.addAttribute("toDo", view.lines().stream().filter(l -> !l.good()).count());
        return "operations/condition";
    }
}
