package org.shouwen.knowledge.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Articles;
import org.shouwen.knowledge.PublicAnswerSearch;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
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
    private final PublicAnswerSearch published;
    private final FlawParts flaws;
    private final Forms forms;

    KnowledgeScreens(
            Articles articles,
            AnswerSearch answers,
            AnswersUsed used,
            PublicAnswerSearch published,
            FlawParts flaws,
            Forms forms) {
        this.articles = articles;
        this.answers = answers;
        this.used = used;
        this.published = published;
        this.flaws = flaws;
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
        String[] words = {""};
        forms.refused(model, () -> words[0] = Text.optional("q", q, AnswerSearch.LONGEST));
        model.addAttribute("state", shown);
        model.addAttribute("states", ArticleVersion.State.values());
        model.addAttribute("q", q);
        model.addAttribute("found", words[0].isEmpty() ? List.of() : answers.find(words[0], FOUND));
        model.addAttribute("page", articles.listed(shown, me.unit(), After.parse(after), LIMIT));
        flaws.show(model, asked, me);
        model.addAttribute("today", articles.today());
        model.addAttribute("writes", writes(me));
        return "knowledge/list";
    }

    /**
     * What the box of search found leads here: an answer that everybody may read has its own page.
     *
     * @param version its number, for one that is not out
     * @param passage a stretch of the text that is marked; nothing is when it is none
     */
    @GetMapping("/{article}")
    String article(
            @PathVariable UUID article,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String passage,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (published.has(article)) return "redirect:/answers/published/" + article;
        List<ArticleVersion> versions = articles.versions(article);
        ArticleVersion v = versions.stream()
                .filter(x -> version.equals(String.valueOf(x.version())))
                .findFirst()
                .orElseGet(() -> shown(versions));
        model.addAttribute("versions", versions);
        model.addAttribute("v", v);
        model.addAttribute("text", MarkedText.of(v.content().text(), passage));
        model.addAttribute("used", me.ofPlatform() ? used.times(article) : null);
        flaws.show(model, v);
        model.addAttribute("today", articles.today());
        model.addAttribute("acts", acts(versions, me));
        model.addAttribute("mine", me.account());
        return "knowledge/article";
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
        })) return article(article, "", "", me, model);
        redirect.addFlashAttribute("told", "knowledge.told." + act);
        return "redirect:/knowledge/" + article;
    }

    private static Map<UUID, List<String>> acts(List<ArticleVersion> versions, CurrentUser me) {
        return versions.stream().collect(Collectors.toMap(ArticleVersion::id, v -> v.acts(me)));
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
