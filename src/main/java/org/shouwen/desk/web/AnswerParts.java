package org.shouwen.desk.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.desk.CallRecords;
import org.shouwen.desk.Drafts;
import org.shouwen.knowledge.AnswerSearch;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.Enterprises;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers of the knowledge base that follow the agent's typing, and outages of the place that is meant (Art. 12.1). */
@Controller
class AnswerParts {
    private static final int MOST = 3;
    /** With the id of an outage: the caller is joined to it. */
    private static final String OUTAGE = "outage.";
    /** With the id of an article: the appeal complains about that enterprise. */
    private static final String COMPLAINT = "complaint.";

    private final AnswerSearch search;
    private final AnswersUsed used;
    private final Outages outages;
    private final OutageCallers callers;
    private final Enterprises enterprises;
    private final AppealVisibility readable;
    private final IntakeFormReader reader;
    private final CallRecords calls;
    private final InstantSource clock;
    private final DeskWarnings warnings;

    AnswerParts(
            AnswerSearch search,
            AnswersUsed used,
            Outages outages,
            OutageCallers callers,
            Enterprises enterprises,
            AppealVisibility readable,
            IntakeFormReader reader,
            CallRecords calls,
            InstantSource clock,
            DeskWarnings warnings) {
        this.warnings = warnings;
        this.calls = calls;
        this.search = search;
        this.used = used;
        this.outages = outages;
        this.callers = callers;
        this.enterprises = enterprises;
        this.readable = readable;
        this.reader = reader;
        this.clock = clock;
    }

    @PostMapping("/desk/intake/answers")
    String answers(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        IntakeForm form = new IntakeForm(typed);
        model.addAttribute("answers", search.find(words(form, me), MOST));
        List<Outage> standing = outages.at(reader.place(form));
        model.addAttribute("outages", standing);
        model.addAttribute("places", outages.places(standing));
        model.addAttribute("joined", chosen(form, OUTAGE));
        model.addAttribute("complained", chosen(form, COMPLAINT));
        return "knowledge/parts :: answers";
    }

    /**
     * Records which article was taken as the answer, when the outcome is an answer and one was taken, and joins the
     * appeal to the outages and warnings that it is about, notes the enterprises that it complains about and the call in
     * which it came.
     */
    void used(String appeal, IntakeForm form, CurrentUser me) {
        warnings.joined(appeal, form, me);
        calls.belongs(form.get("key"), appeal);
        chosen(form, OUTAGE).forEach(outage -> callers.joinCaller(outage, appeal));
        chosen(form, COMPLAINT).forEach(article -> enterprises.complained(article, appeal, clock.instant()));
        UUID version = id(form.get("answerFrom"));
        if (version != null && form.text("outcome").equals("answered")) used.record(appeal, version, clock.instant());
    }

    private static Set<UUID> chosen(IntakeForm form, String prefix) {
        return form.typed().keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .map(field -> id(field.substring(prefix.length())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
