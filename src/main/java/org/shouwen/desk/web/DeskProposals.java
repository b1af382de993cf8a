package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.desk.OpenMatters;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.PlaceReader;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.DeskSuggestions;
import org.shouwen.suggestion.Heard;
import org.shouwen.suggestion.PlaceHeard;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.suggestion.ProposalLog.Decided;
import org.shouwen.suggestion.Proposals;
import org.shouwen.suggestion.SameMatter;
import org.shouwen.suggestion.Suggestion;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the agent's form proposes beside its fields, and what the log keeps of what became of it (ruling 16). */
@Component
class DeskProposals {
    private static final String HEARD = "words/1";

    private final Proposals proposals;
    private final ProposalLog log;
    private final Directory directory;
    private final PlaceReader placeReader;
    private final Vault vault;
    private final OpenMatters matters;
    private final WorkOrderBoard board;

    DeskProposals(
            Proposals proposals,
            ProposalLog log,
            OpenMatters matters,
            WorkOrderBoard board,
            Directory directory,
            PlaceReader placeReader,
            Vault vault) {
        this.matters = matters;
        this.board = board;
        this.vault = vault;
        this.proposals = proposals;
        this.log = log;
        this.directory = directory;
        this.placeReader = placeReader;
    }

    /**
     * One key takes it.
     *
     * @param input the form's field
     * @param key of the keyboard
     */
    record Take(String input, String value, String words, String key) {}

    /** What the words say; worked out once for all that is shown of it. */
    DeskSuggestions of(String text) {
        return proposals.desk(text);
    }

    /** The class that was chosen, or the one that is proposed first: what is similar is found by it. */
    static String matterClass(IntakeForm form, DeskSuggestions found) {
        String chosen = form.text("matterClass");
        if (!chosen.isEmpty()) return chosen;
        Suggestion s = found.matterClass();
        return s == null ? "" : s.first().category();
    }

    /** {@link #show(Model, String, DeskSuggestions, IntakeForm, Edition, CurrentUser)} of what the words say. */
    void show(Model model, String text, IntakeForm form, Edition edition, CurrentUser me) {
        show(model, text, of(text), form, edition, me);
    }

    /** Beside each field what the words say for it; nothing beside one that the agent has filled. */
    void show(Model model, String text, DeskSuggestions found, IntakeForm form, Edition edition, CurrentUser me) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        Map<String, String> kinds = new HashMap<>();
        edition.kinds().forEach(k -> kinds.put(k.code(), chinese ? k.name() : k.nameEn()));
        Map<String, String> classes = new HashMap<>();
        if (found.matterClass() != null)
            for (var c : found.matterClass().choices())
                classes.put(
                        c.category(),
                        directory
                                .matterClass(c.category())
                                .map(MatterClass::fullName)
                                .orElse(c.category()));
        List<OpenMatters.Offer> same = matters.offers(text, me);
        model.addAttribute("sameMatters", same);
        model.addAttribute(
                "sameOpen", board.openOf(same.stream().map(o -> o.appeal().id()).toList()));
        model.addAttribute("previous", PreviousAnswer.of(model, vault));
        model.addAttribute("proposals", found);
        model.addAttribute("kindNames", kinds);
        model.addAttribute("classNames", classes);
        model.addAttribute("heard", heard(found, form));
    }

    private static Map<String, List<Take>> heard(DeskSuggestions s, IntakeForm form) {
        Map<String, List<Take>> heard = new HashMap<>();
        List<Take> places = new ArrayList<>();
        for (PlaceHeard.Found p : s.places())
            places.add(new Take("placeName", p.place().fullName(), p.words(), "Alt+p"));
        put(heard, "place", places, form);
        put(heard, "location", one("location", s.location(), "Alt+l"), form);
        put(heard, "time", one("happenedAt", s.time(), "Alt+t"), form);
        put(heard, "name", one("name", s.name(), "Alt+m"), form);
        put(heard, "phone", one("phone", s.phone(), "Alt+h"), form);
        put(heard, "accused", one("accused", s.accused(), "Alt+w"), form);
        return heard;
    }

    private static List<Take> one(String input, @Nullable Heard heard, String key) {
        return heard == null ? List.of() : List.of(new Take(input, heard.value(), heard.words(), key));
    }

    private static void put(Map<String, List<Take>> heard, String field, List<Take> takes, IntakeForm form) {
        if (!takes.isEmpty() && form.text(takes.getFirst().input()).isEmpty()) heard.put(field, takes);
    }

    /** The same for an appeal from the queue: only what the officer decides anew, kind, class and place, is proposed for it. */
    void decided(Appeal before, IntakeForm form, CurrentUser by) {
        decided(before.id(), (before.words().title() + "\n" + before.words().content()).strip(), form, by);
    }

    /** The named person who sends the form has decided; of what was said only that it was taken, never the words. */
    void decided(@Nullable UUID appeal, String text, IntakeForm form, CurrentUser by) {
        DeskSuggestions s = proposals.desk(text);
        List<Decided> all = new ArrayList<>();
        if (s.kind() != null) all.add(of(s.kind(), form.text("kind")));
        if (s.matterClass() != null) all.add(of(s.matterClass(), form.text("matterClass")));
        if (!s.places().isEmpty()) {
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
        same(all, appeal, text, form, by);
        words(all, "location", s.location(), form.text("location"));
        words(all, "time", s.time(), form.text("happenedAt"));
        words(all, "name", s.name(), form.text("name"));
        words(all, "phone", s.phone(), form.text("phone"));
        words(all, "accused", s.accused(), form.text("accused"));
        log.add(appeal, all, by);
    }

    /** Which appeal it was is another person's: only that it was offered and whether it was taken. */
    private void same(List<Decided> all, @Nullable UUID appeal, String text, IntakeForm form, CurrentUser by) {
        List<OpenMatters.Offer> offers = matters.offers(text, by).stream()
                .filter(o -> !o.appeal().id().equals(appeal))
                .toList();
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
