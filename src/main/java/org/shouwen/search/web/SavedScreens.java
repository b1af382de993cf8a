package org.shouwen.search.web;

import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.Forms;
import org.shouwen.search.SavedSearches;
import org.shouwen.search.SearchParameters;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 已存检索: what a person asks again and again, with what each finds now. */
@Controller
@RequestMapping("/search/saved")
class SavedScreens {
    private final SavedSearches saved;
    private final SavedModel shown;
    private final Forms forms;

    SavedScreens(SavedSearches saved, SavedModel shown, Forms forms) {
        this.saved = saved;
        this.shown = shown;
        this.forms = forms;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("counted", shown.counted(me));
        return "search/saved";
    }

    /** The list beside the page of search, once the page is there: counting takes longer than showing names. */
    @GetMapping("/counts")
    String counts(@AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("counted", shown.counted(me));
        return "search/parts :: counts";
    }

    @PostMapping
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> saved.save(me, name, SearchParameters.read(query)))) {
            model.addAttribute("typedName", name);
            model.addAttribute("typedQuery", query);
            return list(me, model);
        }
        redirect.addFlashAttribute("told", "search.saved.told");
        return "redirect:/search/saved";
    }

    @PostMapping("/{id}/names")
    String rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> saved.rename(me, id, name))) {
            model.addAttribute("renamed", id);
            model.addAttribute("typedName", name);
            return list(me, model);
        }
        redirect.addFlashAttribute("told", "search.saved.told");
        return "redirect:/search/saved";
    }

    @PostMapping("/{id}/deletions")
    String delete(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, RedirectAttributes redirect) {
        saved.delete(me, id);
        redirect.addFlashAttribute("told", "search.saved.gone");
        return "redirect:/search/saved";
    }
}
