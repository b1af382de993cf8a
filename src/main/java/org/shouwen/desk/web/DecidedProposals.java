package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.desk.OpenMatters;
import org.shouwen.directory.PlaceReader;
import org.shouwen.suggestion.DeskSuggestions;
import org.shouwen.suggestion.Heard;
import org.shouwen.suggestion.PlaceHeard;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.suggestion.ProposalLog.Decided;
import org.shouwen.suggestion.Proposals;
import org.shouwen.suggestion.SameMatter;
import org.shouwen.suggestion.Suggestion;
import org.springframework.stereotype.Component;

/** What the log keeps of what became of the form's proposals: of those that were shown, and of no other (ruling 16). */
@Component
class DecidedProposals {
    private static final String HEARD = "words/1";

    private final Proposals proposals;
    private final ProposalLog log;
    private final OpenMatters matters;
    private final PlaceReader placeReader;

    DecidedProposals(Proposals proposals, ProposalLog log, OpenMatters matters, PlaceReader placeReader) {
        this.proposals = proposals;
        this.log = log;
        this.matters = matters;
        this.placeReader = placeReader;
    }

    /** The words of an appeal that waits, as they are judged when it is shown and when it is decided. */
    static String text(Appeal appeal) {
        return (appeal.words().title() + "\n" + appeal.words().content()).strip();
    }

    /**
     * The same for an appeal from the queue: kind, class, same matter, and place and time where the appellant left them
     * open; its page has no field for a name, a number or an accused, so nothing of these was proposed.
     */
    void decided(Appeal before, IntakeForm form, CurrentUser by) {
        String text = text(before);
        DeskSuggestions s = proposals.desk(text);
        List<Decided> all = new ArrayList<>();
        classified(all, s, form, before.words().place() == null);
        same(all, before.id(), text, form, by);
        if (before.words().location().isEmpty()) words(all, "location", s.location(), form.text("location"));
        if (before.words().happenedAt().isEmpty()) words(all, "time", s.time(), form.text("happenedAt"));
        log.add(before.id(), all, by);
    }

    /** The named person who sends the form has decided; of what was said only that it was taken, never the words. */
    void decided(@Nullable UUID appeal, String text, IntakeForm form, CurrentUser by) {
        DeskSuggestions s = proposals.desk(text);
        List<Decided> all = new ArrayList<>();
        classified(all, s, form, true);
        same(all, appeal, text, form, by);
        words(all, "location", s.location(), form.text("location"));
        words(all, "time", s.time(), form.text("happenedAt"));
        words(all, "name", s.name(), form.text("name"));
        words(all, "phone", s.phone(), form.text("phone"));
        words(all, "accused", s.accused(), form.text("accused"));
        log.add(appeal, all, by);
    }

    private void classified(List<Decided> all, DeskSuggestions s, IntakeForm form, boolean placeOpen) {
        if (s.kind() != null) all.add(of(s.kind(), form.text("kind")));
        if (s.matterClass() != null) all.add(of(s.matterClass(), form.text("matterClass")));
        if (placeOpen && !s.places().isEmpty()) {
            PlaceHeard.Found p = s.places().getFirst();
            String chosen = form.place(placeReader);
            all.add(new Decided(
                    "place",
                    p.place().code(),
                    s.places().size() == 1 ? 0.8 : 0.5,
                    Suggestion.Band.TWO,
                    HEARD,
                    chosen == null ? "" : chosen,
                    p.place().code().equals(chosen)));
        }
    }

    /** Which appeal it was is another person's: only that it was offered and whether it was taken. */
    private void same(List<Decided> all, @Nullable UUID appeal, String text, IntakeForm form, CurrentUser by) {
        List<OpenMatters.Offer> offers = matters.offers(text, appeal, by);
        if (offers.isEmpty()) return;
        String joined = form.text("outcome").equals("joined") ? form.text("joinTo") : "";
        all.add(new Decided(
                "same",
                "",
                offers.getFirst().probability(),
                Suggestion.Band.LIST,
                SameMatter.version(),
                joined.isEmpty() ? "" : "…",
                offers.stream().anyMatch(o -> o.appeal().number().equals(joined))));
    }

    private static Decided of(Suggestion s, String decided) {
        String proposed = s.first().category();
        return new Decided(
                s.field(), proposed, s.first().probability(), s.band(), s.model(), decided, proposed.equals(decided));
    }

    private static void words(List<Decided> all, String field, @Nullable Heard heard, String typed) {
        if (heard == null) return;
        boolean same = heard.value().equals(typed);
        all.add(new Decided(field, "", 0.8, Suggestion.Band.TWO, HEARD, typed.isEmpty() ? "" : "…", same));
    }
}
