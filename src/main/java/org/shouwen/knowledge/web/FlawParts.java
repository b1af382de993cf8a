package org.shouwen.knowledge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.knowledge.ArticleKind;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Enterprises;
import org.shouwen.knowledge.Flaw;
import org.shouwen.knowledge.Flaws;
import org.shouwen.knowledge.Gaps;
import org.shouwen.knowledge.PublicAnswerBook;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Page;
import org.shouwen.throttle.Throttle;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the list of what was found wrong or missing, with the gaps that some of it stands for. */
@Component
class FlawParts {
    private static final int LIMIT = 50;
    private static final int OWN = 20;
    /** How many from one address are taken before each next one waits: a household's, and not a flood. */
    static final int FREE = 20;

    private final Flaws flaws;
    private final Gaps gaps;
    private final PublicAnswerBook book;
    private final Throttle throttle;
    private final Enterprises enterprises;
    private final Directory directory;

    FlawParts(
            Flaws flaws,
            Gaps gaps,
            PublicAnswerBook book,
            Throttle throttle,
            Enterprises enterprises,
            Directory directory) {
        this.book = book;
        this.throttle = throttle;
        this.directory = directory;
        this.enterprises = enterprises;
        this.flaws = flaws;
        this.gaps = gaps;
    }

    /**
     * Under the list of articles: what is to be mended, and what the person reported.
     *
     * @param asked {@code flawsAfter} and {@code mineAfter}, where their pages begin
     */
    void show(Model model, Map<String, String> asked, CurrentUser me) {
        hands(model, me);
        model.addAttribute("unitProposes", me.unit() != null && (me.has(Role.UNIT_DESK) || me.has(Role.UNIT_LEADER)));
        Page<Flaw> open = flaws.open(me, After.parse(asked.get("flawsAfter")), LIMIT);
        model.addAttribute("flaws", open);
        model.addAttribute(
                "gapOf", gaps.ofFlaws(open.items().stream().map(Flaw::id).toList()));
        Page<Flaw> mine = flaws.reportedBy(me, After.parse(asked.get("mineAfter")), OWN);
        model.addAttribute("mineReported", mine);
        model.addAttribute(
                "answerOf",
                book.out(Stream.of(open, mine)
                        .flatMap(p -> p.items().stream())
                        .map(Flaw::article)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** Each report of a citizen is a task of somebody: whoever sends many from one address waits, longer each time. */
    void ofCitizen(HttpServletRequest request) {
        if (throttle.take("flaw", request.getRemoteAddr(), FREE).isPositive())
            throw new BadInput("words", "knowledge.bad.too-many");
    }

    /** Who may hand what is missing to a unit, and to which. */
    void hands(Model model, CurrentUser me) {
        boolean platform = ArticleVersion.platform(me);
        model.addAttribute("publishes", platform);
        model.addAttribute(
                "handTo",
                platform ? directory.units().stream().filter(Unit::active).toList() : List.of());
    }

    /** What was reported of an article, and for an enterprise how often it was referred and complained of. */
    void show(Model model, ArticleVersion v) {
        model.addAttribute("flawsHere", ofArticle(v.article()));
        model.addAttribute("counts", counts(v));
    }

    /** What was reported of an article, the latest first. */
    private List<Flaw> ofArticle(UUID article) {
        return flaws.ofArticle(article);
    }

    /** What is still to be mended. */
    List<Flaw> openOf(UUID article) {
        return ofArticle(article).stream().filter(f -> f.settled() == null).toList();
    }

    /** Of an enterprise of the directory; null for other articles. */
    Enterprises.@Nullable Counts counts(ArticleVersion v) {
        return v.content().kind() == ArticleKind.SERVICE ? enterprises.of(v.article()) : null;
    }

    /** When an article was last mended because somebody said that it is wrong; null: never. */
    @Nullable
    Instant mended(UUID article) {
        return ofArticle(article).stream()
                .map(Flaw::settled)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
