package org.shouwen.suggestion.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Editions;
import org.shouwen.suggestion.CityPhrases;
import org.shouwen.suggestion.Phrase;
import org.shouwen.suggestion.Trial;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 险情用语: what the city's people say of danger, tried on the past before it is saved; for the Bureau. */
@Controller
@RequestMapping("/phrases")
class PhraseScreens {
    private static final int PAGE = 100;
    private final CityPhrases phrases;
    private final Editions editions;
    private final Forms forms;
    private final InstantSource clock;

    PhraseScreens(CityPhrases phrases, Editions editions, Forms forms, InstantSource clock) {
        this.phrases = phrases;
        this.editions = editions;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        return page(model, Map.of("kind", "danger"), after);
    }

    /** Saves nothing: shows what the phrase would have raised. */
    @PostMapping("/trials")
    String trial(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        forms.refused(model, () -> tried(typed, me, model));
        return page(model, typed, null);
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(
                model,
                () -> phrases.add(
                        typed.get("kind"), typed.get("guidance"), typed.get("phrase"), typed.containsKey("sure"), me));
        if (!refused) {
            redirect.addFlashAttribute("told", "suggestion.saved");
            return "redirect:/phrases";
        }
        // too much raised: the figures stand beside the question whether to save all the same
        if (model.getAttribute("problem") instanceof org.shouwen.problems.FormProblem p
                && p.fields().containsKey("sure")) tried(typed, me, model);
        return page(model, typed, null);
    }

    @PostMapping("/{id}/withdrawals")
    String withdraw(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, RedirectAttributes redirect) {
        phrases.withdraw(id, me);
        redirect.addFlashAttribute("told", "suggestion.withdrawn");
        return "redirect:/phrases";
    }

    private void tried(Map<String, String> typed, CurrentUser me, Model model) {
        Trial trial = phrases.trial(typed.get("kind"), typed.get("guidance"), typed.get("phrase"), me);
        model.addAttribute("trial", trial);
    }

    private String page(Model model, Map<String, String> typed, @Nullable String after) {
        model.addAttribute("f", typed);
        Page<Phrase> page = phrases.page(After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "edition", editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate()));
        return "suggestion/phrases";
    }
}
