package org.shouwen.knowledge.web;

import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.knowledge.FlawHandover;
import org.shouwen.knowledge.Flaws;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "This is wrong" and "this is missing", and what was done about it. */
@Controller
@RequestMapping("/knowledge")
class FlawScreens {
    private final Flaws flaws;
    private final FlawHandover handover;
    private final KnowledgeScreens pages;
    private final Forms forms;

    FlawScreens(Flaws flaws, FlawHandover handover, KnowledgeScreens pages, Forms forms) {
        this.handover = handover;
        this.flaws = flaws;
        this.pages = pages;
        this.forms = forms;
    }

    @PostMapping("/{article}/flaws")
    String wrong(
            @PathVariable UUID article,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> flaws.wrong(article, words, me.actor()))) {
            model.addAttribute("words", words);
            return pages.article(article, "", "", me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.flaw");
        return "redirect:/knowledge/" + article;
    }

    @PostMapping("/flaws")
    String missing(
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> flaws.missing(words, me.actor()))) {
            model.addAttribute("words", words);
            return pages.list("PUBLISHED", "", null, Map.of(), me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.flaw");
        return "redirect:/knowledge";
    }

    @PostMapping("/flaws/{id}/handovers")
    String hand(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> handover.hand(id, unit, me)))
            return pages.list("PUBLISHED", "", null, Map.of(), me, model);
        redirect.addFlashAttribute("told", "knowledge.told.handed");
        return "redirect:/knowledge";
    }

    @PostMapping("/flaws/{id}/answers")
    String settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> flaws.settle(id, answer, me))) {
            model.addAttribute("answer", answer);
            return pages.list("PUBLISHED", "", null, Map.of(), me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.settled");
        return "redirect:/knowledge";
    }
}
