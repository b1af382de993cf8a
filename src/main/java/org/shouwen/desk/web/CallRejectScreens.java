package org.shouwen.desk.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.CallEvents;
import org.shouwen.desk.CallRejects;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 退回的话务事件: what a telephone system sent and nobody could read, to be put right and taken again. */
@Controller
@RequestMapping("/desk/call-rejects")
class CallRejectScreens {
    private static final int PAGE = 50;

    private final CallRejects rejects;
    private final CallEvents events;
    private final Forms forms;

    CallRejectScreens(CallRejects rejects, CallEvents events, Forms forms) {
        this.rejects = rejects;
        this.events = events;
        this.forms = forms;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", rejects.open(After.parse(after), PAGE));
        return "desk/call-rejects";
    }

    @PostMapping("/{id}/corrections")
    String correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String body,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (!forms.refused(model, () -> events.takeAgain(id, body, me))) return "redirect:/desk/call-rejects";
        model.addAttribute("typedAt", id);
        model.addAttribute("typed", body);
        return list(null, model);
    }

    @PostMapping("/{id}/removals")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        events.setAside(id, me);
        return "redirect:/desk/call-rejects";
    }
}
