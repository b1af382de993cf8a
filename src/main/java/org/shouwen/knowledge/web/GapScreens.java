package org.shouwen.knowledge.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.ArticleKind;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Gap;
import org.shouwen.knowledge.Gaps;
import org.shouwen.knowledge.Unanswered;
import org.shouwen.knowledge.UnansweredQuestion.Source;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was asked and not found: the list, one gap with its questions, and the form in which an article is written for it. */
@Controller
@RequestMapping("/knowledge")
class GapScreens {
    private static final int LIMIT = 50;
    private final Gaps gaps;
    private final Unanswered unanswered;
    private final ArticleFormScreens pages;
    private final FlawParts parts;
    private final Directory directory;
    private final Forms forms;

    GapScreens(
            Gaps gaps,
            Unanswered unanswered,
            ArticleFormScreens pages,
            FlawParts parts,
            Directory directory,
            Forms forms) {
        this.parts = parts;
        this.gaps = gaps;
        this.unanswered = unanswered;
        this.pages = pages;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping("/gaps")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("page", gaps.open(me, After.parse(after), LIMIT));
        return "knowledge/gaps";
    }

    @GetMapping("/gaps/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        Gap gap = gaps.get(id, me);
        model.addAttribute("gap", gap);
        parts.hands(model, me);
        model.addAttribute("questions", gaps.questions(id, me));
        model.addAttribute(
                "matter",
                directory.matterClass(gap.matterClass()).map(c -> c.name()).orElse(""));
        return "knowledge/gap";
    }

    /** An empty form, with what was asked and answered beside it: only what a person writes becomes an article. */
    @GetMapping("/gaps/{id}/form")
    String form(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        Gap gap = gaps.get(id, me);
        UnitId unit = gap.unit();
        return pages.formOf(
                gap, Map.of("kind", ArticleKind.PROCEDURE.name(), "unit", unit == null ? "" : unit.code()), me, model);
    }

    @PostMapping("/gaps/{id}/drafts")
    String draft(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        ArticleVersion[] made = new ArticleVersion[1];
        if (forms.refused(model, () -> made[0] = gaps.draft(id, new ArticleForm(typed).content(me.unit()), me)))
            return pages.formOf(gaps.get(id, me), typed, me, model);
        redirect.addFlashAttribute("told", "knowledge.told.draft");
        return "redirect:/knowledge/" + made[0].article();
    }

    @PostMapping("/gaps/{id}/dismissals")
    String dismiss(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> gaps.dismiss(id, reason, me))) {
            model.addAttribute("reason", reason);
            return show(id, me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.settled");
        return "redirect:/knowledge/gaps";
    }

    /** Somebody of the staff looked for it, and nothing that was found fits. */
    @PostMapping("/questions")
    String looked(
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal CurrentUser me,
            RedirectAttributes redirect) {
        unanswered.looked(Source.LOOKUP, q, me.unit());
        redirect.addFlashAttribute("told", "knowledge.told.question");
        return "redirect:/knowledge";
    }
}
