package org.shouwen.accountability.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Breach;
import org.shouwen.accountability.OwnBreaches;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's own pages of the cases against it (Art. 22). */
@Controller
@RequestMapping("/unit-breaches")
class OwnBreachScreens {
    private final OwnBreaches breaches;
    private final Forms forms;

    OwnBreachScreens(OwnBreaches breaches, Forms forms) {
        this.breaches = breaches;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Breach> page = breaches.list(me, After.parse(after), 100);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "accountability/own-list";
    }

    /** A strip for the inbox; empty when nothing waits. */
    @GetMapping("/notice")
    String notice(@AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("waiting", breaches.waiting(me));
        return "accountability/own-notice";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("b", breaches.get(number, me));
        return "accountability/own-show";
    }

    @PostMapping("/{number}/answers")
    String answer(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> breaches.answer(number, BreachActs.ANSWER.read(Raw.form(typed)), me))) {
            model.addAttribute("typedWords", typed.getFirst("words"));
            return show(number, me, model);
        }
        redirect.addFlashAttribute("told", "accountability.told.saved");
        return "redirect:/unit-breaches/" + number;
    }

    @PostMapping("/{number}/readings")
    String read(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> breaches.read(number, me))) return show(number, me, model);
        redirect.addFlashAttribute("told", "accountability.told.saved");
        return "redirect:/unit-breaches/" + number;
    }
}
