package org.shouwen.desk.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.desk.CallRecords;
import org.shouwen.desk.Drafts;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.Articles;
import org.shouwen.knowledge.Enterprises;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.shouwen.knowledge.PublicAnswerSearch;
import org.shouwen.suggestion.Proposals;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers of the knowledge base that follow the agent's typing, and outages of the place that is meant (Art. 12.1). */
@Controller
class AnswerParts {
    private static final int MOST = 3;
    /** Answers that everybody may read, below them. */
    private static final int ALSO = 2;

    /** With the id of an outage: the caller is joined to it. */
    private static final String OUTAGE = "outage.";
    /** With the id of an article: the appeal complains about that enterprise. */
    private static final String COMPLAINT = "complaint.";
    /** With the id of an article's version or of a published answer: the words that were taken from it into the answer. */
    private static final String TAKEN = "answerFrom.";

    private final AnswerSearch search;
    private final PublicAnswerSearch published;
    private final AnswersUsed used;
    private final Outages outages;
    private final OutageCallers callers;
    private final Enterprises enterprises;
    private final Articles articles;
    private final Proposals proposals;
    private final AppealVisibility readable;
    private final IntakeFormReader reader;
    private final CallRecords calls;
    private final InstantSource clock;
    private final DeskWarnings warnings;

    AnswerParts(
            AnswerSearch search,
            PublicAnswerSearch published,
            AnswersUsed used,
            Outages outages,
            OutageCallers callers,
            Enterprises enterprises,
            Articles articles,
            Proposals proposals,
            AppealVisibility readable,
            IntakeFormReader reader,
            CallRecords calls,
            InstantSource clock,
            DeskWarnings warnings) {
        this.warnings = warnings;
        this.calls = calls;
        this.search = search;
        this.published = published;
        this.used = used;
        this.outages = outages;
        this.callers = callers;
        this.enterprises = enterprises;
        this.articles = articles;
        this.proposals = proposals;
        this.readable = readable;
        this.reader = reader;
        this.clock = clock;
    }

    @PostMapping("/desk/intake/answers")
    String answers(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        IntakeForm form = new IntakeForm(typed);
        String words = words(form, me);
        Set<UUID> complained = chosen(form, COMPLAINT);
        model.addAttribute("answers", answers(words, complained));
        model.addAttribute("published", published.find(words, ALSO));
        Set<UUID> joined = chosen(form, OUTAGE);
        String place = reader.place(form);
        List<Outage> about =
                place == null ? outages.about(heard(words), words, joined) : outages.about(List.of(place), "", joined);
        model.addAttribute("outages", about);
        model.addAttribute("places", outages.places(about));
        model.addAttribute("joined", joined);
        model.addAttribute("complained", complained);
        return "knowledge/parts :: answers";
    }

    /** What answers the words, and what was ticked when other words stood there. */
    private List<AnswerSearch.Answer> answers(String words, Set<UUID> ticked) {
        List<AnswerSearch.Answer> all = new ArrayList<>(search.find(words, MOST));
        for (UUID article : ticked)
            if (all.stream().noneMatch(a -> a.version().article().equals(article)))
                articles.versions(article).stream()
                        .filter(ArticleVersion::out)
                        .map(v -> new AnswerSearch.Answer(v, "", "", "", 0))
                        .forEach(all::add);
        return all;
    }

    /** Codes of the places that the words name, as they are proposed beside the field. */
    private List<String> heard(String words) {
        return proposals.places(words).stream().map(p -> p.place().code()).toList();
    }

    /**
     * Records which articles and published answers were taken into the answer and still stand in it, when the outcome is an
     * answer, and joins the appeal to the outages and warnings that it is about, notes the enterprises that it complains
     * about and the call in which it came.
     */
    void used(String appeal, IntakeForm form, CurrentUser me) {
        warnings.joined(appeal, form, me);
        calls.belongs(form.get("key"), appeal);
        chosen(form, OUTAGE).forEach(outage -> callers.joinCaller(outage, appeal));
        chosen(form, COMPLAINT).forEach(article -> enterprises.complained(article, appeal, clock.instant()));
        if (!form.text("outcome").equals("answered")) return;
        UUID version = id(form.get("answerFrom")); // a form that was kept before it named the words
        if (version != null) used.record(appeal, version, clock.instant());
        used.record(appeal, named(form, TAKEN), form.text("answer"), clock.instant());
    }

    private static Set<UUID> chosen(IntakeForm form, String prefix) {
        return named(form, prefix).keySet();
    }

    /** Fields whose names end with an id, by that id, as they stand in the form. */
    private static Map<UUID, String> named(IntakeForm form, String prefix) {
        Map<UUID, String> named = new LinkedHashMap<>();
        form.typed().forEach((field, value) -> {
            UUID id = field.startsWith(prefix) ? id(field.substring(prefix.length())) : null;
            if (id != null) named.put(id, value);
        });
        return named;
    }

    /** What is asked: what is typed, or an appeal's own words. */
    private String words(IntakeForm form, CurrentUser me) {
        String subject = form.text("subject");
        if (subject.isEmpty() || subject.equals(Drafts.CALL)) return form.text("content");
        var words = readable.get(subject, me).words();
        return words.title() + "\n" + words.content();
    }

    private static @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
