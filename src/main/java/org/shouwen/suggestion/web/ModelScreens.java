package org.shouwen.suggestion.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.suggestion.ModelEntry;
import org.shouwen.suggestion.ModelRegister;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.suggestion.ProposalLog.Figure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 研判建议: what became of the proposals, and the models that make them; a supervisor looks, an administrator switches. */
@Controller
@RequestMapping("/suggestions")
class ModelScreens {
    private static final int PAGE = 50;
    private static final int DAYS = 90;

    private final ModelRegister models;
    private final ProposalLog log;
    private final CodeNames names;
    private final Forms forms;

    ModelScreens(ModelRegister models, ProposalLog log, CodeNames names, Forms forms) {
        this.models = models;
        this.log = log;
        this.names = names;
        this.forms = forms;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String modelsAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        return page(after, modelsAfter, me, model);
    }

    @PostMapping("/models/{id}/uses")
    String use(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model, RedirectAttributes redirect) {
        if (forms.refused(model, () -> models.switchOn(id, me))) return page(null, null, me, model);
        redirect.addFlashAttribute("told", "suggestion.model.used");
        return "redirect:/suggestions";
    }

    @PostMapping("/models/{id}/withdrawals")
    String withdraw(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, RedirectAttributes redirect) {
        models.switchOff(id, me);
        redirect.addFlashAttribute("told", "suggestion.model.withdrawn");
        return "redirect:/suggestions";
    }

    private String page(@Nullable String after, @Nullable String modelsAfter, CurrentUser me, Model model) {
        List<Figure> figures = log.figures(DAYS);
        model.addAttribute(
                "fields", figures.stream().filter(f -> f.proposed().isEmpty()).toList());
        model.addAttribute(
                "figures", figures.stream().filter(f -> !f.proposed().isEmpty()).toList());
        Page<ModelEntry> made = models.page(After.parse(modelsAfter), PAGE);
        model.addAttribute("modelsPage", made);
        model.addAttribute("models", made.items());
        model.addAttribute("broken", models.problems());
        model.addAttribute("page", log.page(After.parse(after), PAGE));
        model.addAttribute("names", names.all());
        model.addAttribute("days", DAYS);
        model.addAttribute("mayChange", me.has(Role.ADMIN));
        return "suggestion/models";
    }
}
