package org.shouwen.knowledge.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.ArticleKind;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Articles;
import org.shouwen.knowledge.Gap;
import org.shouwen.knowledge.Gaps;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which an article is written and changed. */
@Controller
@RequestMapping("/knowledge")
class ArticleFormScreens {
    private final Articles articles;
    private final FlawParts flaws;
    private final Gaps gaps;
    private final Directory directory;
    private final Forms forms;

    ArticleFormScreens(Articles articles, FlawParts flaws, Gaps gaps, Directory directory, Forms forms) {
        this.gaps = gaps;
        this.articles = articles;
        this.flaws = flaws;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(@AuthenticationPrincipal CurrentUser me, Model model) {
        return form(model, me, Map.of("kind", ArticleKind.POLICY.name()), null);
    }

    @PostMapping
    String write(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        UUID[] made = new UUID[1];
        if (forms.refused(
                model,
                () -> made[0] = articles.write(new ArticleForm(typed).content(me.unit()), me)
                        .article())) return form(model, me, typed, null);
        redirect.addFlashAttribute("told", "knowledge.told.draft");
        return "redirect:/knowledge/" + made[0];
    }

    @GetMapping("/versions/{id}/form")
    String change(
            @PathVariable UUID id, @RequestParam UUID article, @AuthenticationPrincipal CurrentUser me, Model model) {
        return form(model, me, ArticleForm.fields(version(article, id).content()), version(article, id));
    }

    @PostMapping("/versions/{id}")
    String changed(
            @PathVariable UUID id,
            @RequestParam UUID article,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        UnitId unit = me.unit();
        if (forms.refused(model, () -> articles.change(id, new ArticleForm(typed).content(unit), me)))
            return form(model, me, typed, version(article, id));
        redirect.addFlashAttribute("told", "knowledge.told.draft");
        return "redirect:/knowledge/" + article;
    }

    private String form(Model model, CurrentUser me, Map<String, String> fields, @Nullable ArticleVersion changed) {
        choices(model, me, fields);
        if (changed != null) {
            model.addAttribute("flawsHere", flaws.openOf(changed.article()));
            gaps.draftedAs(changed.article(), me).ifPresent(g -> beside(model, g, me));
        }
        model.addAttribute("changed", changed);
        return "knowledge/form";
    }

    /** The form of an article that a gap asks for. */
    String formOf(Gap gap, Map<String, String> fields, CurrentUser me, Model model) {
        choices(model, me, fields);
        beside(model, gap, me);
        return "knowledge/form";
    }

    private void beside(Model model, Gap gap, CurrentUser me) {
        model.addAttribute("gap", gap);
        model.addAttribute("questions", gaps.questions(gap.id(), me));
    }

    /** What a form offers: kinds, and for the platform the units; with what was typed. */
    void choices(Model model, CurrentUser me, Map<String, String> fields) {
        model.addAttribute("f", fields);
        model.addAttribute("kinds", ArticleKind.values());
        model.addAttribute(
                "units",
                me.unit() == null
                        ? directory.units().stream().filter(Unit::active).toList()
                        : List.of());
    }

    private ArticleVersion version(UUID article, UUID id) {
        return articles.versions(article).stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("article", id.toString()));
    }
}
