package org.shouwen.knowledge.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleKind;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Articles;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
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

/** The knowledge base for those who keep it and those who answer from it (Art. 4, 12.1). */
@Controller
@RequestMapping("/knowledge")
class KnowledgeScreens {
    private static final int LIMIT = 50;
    private static final int FOUND = 10;
    private final Articles articles;
    private final AnswerSearch answers;
    private final AnswersUsed used;
    private final FlawParts flaws;
    private final Directory directory;
    private final Forms forms;

    KnowledgeScreens(
            Articles articles,
            AnswerSearch answers,
            AnswersUsed used,
            FlawParts flaws,
            Directory directory,
            Forms forms) {
        this.articles = articles;
        this.answers = answers;
        this.used = used;
        this.flaws = flaws;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "PUBLISHED") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        ArticleVersion.State shown = state(state);
        model.addAttribute("state", shown);
        model.addAttribute("states", ArticleVersion.State.values());
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? List.of() : answers.find(q, FOUND));
        model.addAttribute("page", articles.listed(shown, me.unit(), After.parse(after), LIMIT));
        flaws.show(model, asked, me);
        model.addAttribute("today", articles.today());
        model.addAttribute("writes", writes(me));
        return "knowledge/list";
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

    @GetMapping("/{article}")
    String article(@PathVariable UUID article, @AuthenticationPrincipal CurrentUser me, Model model) {
        List<ArticleVersion> versions = articles.versions(article);
        model.addAttribute("versions", versions);
        model.addAttribute("v", shown(versions));
        model.addAttribute("used", me.ofPlatform() ? used.times(article) : null);
        flaws.show(model, shown(versions));
        model.addAttribute("today", articles.today());
        model.addAttribute("acts", acts(versions, me));
        model.addAttribute("mine", me.account());
        return "knowledge/article";
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

    @PostMapping("/versions/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam UUID article,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> {
            switch (act) {
                case "checks" -> articles.check(id, me);
                case "publications" -> articles.publish(id, me);
                case "withdrawals" -> articles.withdraw(id, me);
                case "reviews" -> articles.review(id, me);
                default -> throw new NotFound("act", act);
            }
        })) return article(article, me, model);
        redirect.addFlashAttribute("told", "knowledge.told." + act);
        return "redirect:/knowledge/" + article;
    }

    private String form(Model model, CurrentUser me, Map<String, String> fields, @Nullable ArticleVersion changed) {
        choices(model, me, fields);
        if (changed != null) model.addAttribute("flawsHere", flaws.openOf(changed.article()));
        model.addAttribute("changed", changed);
        return "knowledge/form";
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

    private static Map<UUID, List<String>> acts(List<ArticleVersion> versions, CurrentUser me) {
        return versions.stream().collect(Collectors.toMap(ArticleVersion::id, v -> v.acts(me)));
    }

    private ArticleVersion version(UUID article, UUID id) {
        return articles.versions(article).stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("article", id.toString()));
    }

    /** What is published; else the latest. */
    private static ArticleVersion shown(List<ArticleVersion> versions) {
        ArticleVersion latest = versions.getFirst();
        return versions.stream().filter(ArticleVersion::out).findFirst().orElse(latest);
    }

    private static boolean writes(CurrentUser me) {
        return me.unit() != null || ArticleVersion.platform(me);
    }

    private static ArticleVersion.State state(String typed) {
        try {
            return ArticleVersion.State.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("state", "problems.field.unknown", typed);
        }
    }
}
