package org.shouwen.knowledge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Articles;
import org.shouwen.knowledge.Flaws;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.Outages;
import org.shouwen.knowledge.PublicAnswerSearch;
import org.shouwen.knowledge.Unanswered;
import org.shouwen.knowledge.UnansweredQuestion;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.throttle.Throttle;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What citizens read before they ask: outages, and the articles that are open (Art. 2, 12.1). */
@Controller
@RequestMapping("/answers")
class PublicAnswers {
    private static final int MOST = 8;
    /** Beside a form. */
    private static final int FEW = 3;

    private final AnswerSearch search;
    private final Articles articles;
    private final Outages outages;
    private final Flaws flaws;
    private final PublicAnswerSearch published;
    private final Unanswered unanswered;
    private final FlawParts parts;
    private final Throttle throttle;
    private final Forms forms;

    PublicAnswers(
            AnswerSearch search,
            Articles articles,
            Outages outages,
            Flaws flaws,
            PublicAnswerSearch published,
            Unanswered unanswered,
            FlawParts parts,
            Throttle throttle,
            Forms forms) {
        this.throttle = throttle;
        this.parts = parts;
        this.published = published;
        this.unanswered = unanswered;
        this.search = search;
        this.articles = articles;
        this.outages = outages;
        this.flaws = flaws;
        this.forms = forms;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String q, Model model) {
        String[] asked = {""};
        forms.refused(model, () -> asked[0] = Text.optional("q", q, AnswerSearch.LONGEST));
        model.addAttribute("q", q);
        model.addAttribute("answers", search.findOpen(asked[0], MOST));
        model.addAttribute("published", published.find(asked[0], MOST));
        List<Outage> standing = outages.standing();
        model.addAttribute("outages", standing);
        model.addAttribute("places", outages.places(standing));
        return "knowledge/public";
    }

    /**
     * Nothing that was found answers it: kept, masked, for those who write articles; then the citizen asks, and finds the
     * question in the form. It stands in no address.
     */
    @PostMapping("/questions")
    String nevertheless(
            @RequestParam(defaultValue = "") String q, HttpServletRequest request, RedirectAttributes redirect) {
        if (throttle.take("question", request.getRemoteAddr(), FlawParts.FREE).isZero())
            unanswered.looked(UnansweredQuestion.Source.PORTAL, q, null);
        // a session's rows are nobody's vault
        redirect.addFlashAttribute("asked", PersonalDataDetector.mask(q, Identity.UNNAMED));
        return "redirect:/ask/consultation";
    }

    /** Beside a form of the portal: what may answer the words that are being typed, before they are sent. */
    @PostMapping("/beside")
    String beside(@RequestParam(defaultValue = "") String content, Model model) {
        String words = content.length() > AnswerSearch.LONGEST ? content.substring(0, AnswerSearch.LONGEST) : content;
        List<AnswerSearch.Answer> answers = search.findOpen(words, FEW);
        model.addAttribute("answers", answers);
        model.addAttribute(
                "published", answers.size() == FEW ? List.of() : published.find(words, FEW - answers.size()));
        return "knowledge/parts :: beside";
    }

    /** What is out at the place that was chosen there. */
    @GetMapping("/outages")
    String there(@RequestParam(defaultValue = "") String place, Model model) {
        model.addAttribute("place", place);
        return "knowledge/parts :: there";
    }

    /** @param passage a stretch of the text that is marked; nothing is when it is none */
    @GetMapping("/{article}")
    String read(@PathVariable UUID article, @RequestParam(defaultValue = "") String passage, Model model) {
        ArticleVersion v = open(article);
        model.addAttribute("text", MarkedText.of(v.content().text(), passage));
        model.addAttribute("v", v);
        model.addAttribute("counts", parts.counts(v));
        model.addAttribute("mended", parts.mended(article));
        return "knowledge/public-article";
    }

    /** A citizen says that it is wrong; whatever names somebody is masked before it is stored. */
    @PostMapping("/{article}/flaws")
    String wrong(
            @PathVariable UUID article,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        open(article);
        if (forms.refused(model, () -> {
            parts.ofCitizen(request);
            flaws.wrong(article, words, Actor.APPELLANT);
        })) {
            model.addAttribute("words", words);
            return read(article, "", model);
        }
        redirect.addFlashAttribute("thanks", true);
        return "redirect:/answers/" + article;
    }

    /** What is not open, or not published any more, is not there for a citizen. */
    private ArticleVersion open(UUID article) {
        return articles.versions(article).stream()
                .filter(v -> v.state() == ArticleVersion.State.PUBLISHED)
                .filter(v -> v.content().open() && v.content().holds(articles.today()))
                .findFirst()
                .orElseThrow(() -> new NotFound("article", article.toString()));
    }
}
