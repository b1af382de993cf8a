package org.shouwen.inbound.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.inbound.Rejects;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came in and could not be read, with its reason: opened, put right, taken in again or laid aside. */
@Controller
class InboundScreens {
    private final Rejects rejects;
    private final Forms forms;

    InboundScreens(Rejects rejects, Forms forms) {
        this.rejects = rejects;
        this.forms = forms;
    }

    @GetMapping("/admin/inbound")
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var page = rejects.page(After.parse(after), 100);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "inbound/rejects";
    }

    /** Shows what stands in it, in the answer alone: nothing of it is kept by the page. */
    @PostMapping("/admin/inbound/{id}/views")
    String open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        boolean refused = forms.refused(model, () -> model.addAttribute("words", rejects.open(id, why, me)));
        if (refused) return list(null, model);
        model.addAttribute("id", id);
        model.addAttribute("fields", rejects.fields(id));
        return "inbound/reject";
    }

    @PostMapping("/admin/inbound/{id}/corrections")
    String correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String number,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> rejects.corrected(id, sender, text, number, me))) {
            model.addAttribute("id", id);
            model.addAttribute("fields", rejects.fields(id));
            model.addAttribute("words", text);
            model.addAttribute("sender", sender);
            model.addAttribute("number", number);
            return "inbound/reject";
        }
        redirect.addFlashAttribute("told", "inbound.told.again");
        return "redirect:/admin/inbound";
    }

    @PostMapping("/admin/inbound/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> {
            switch (act) {
                case "tries" -> rejects.again(id, me);
                case "settlements" -> rejects.settle(id, why, me);
                default -> throw new NotFound("act", act);
            }
        });
        if (refused) return list(null, model);
        redirect.addFlashAttribute("told", act.equals("tries") ? "inbound.told.again" : "inbound.told.settled");
        return "redirect:/admin/inbound";
    }
}
