package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.OpenMatters;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.DeskSuggestions;
import org.shouwen.suggestion.Heard;
import org.shouwen.suggestion.PlaceHeard;
import org.shouwen.suggestion.Proposals;
import org.shouwen.suggestion.Suggestion;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the agent's form proposes beside its fields (ruling 16). */
@Component
class DeskProposals {
    private final Proposals proposals;
    private final DecidedProposals became;
    private final Directory directory;
    private final Vault vault;
    private final OpenMatters matters;
    private final WorkOrderBoard board;
    private final DeskWarnings warnings;

    DeskProposals(
            Proposals proposals,
            DecidedProposals became,
            OpenMatters matters,
            WorkOrderBoard board,
            DeskWarnings warnings,
            Directory directory,
            Vault vault) {
        this.matters = matters;
        this.warnings = warnings;
        this.board = board;
        this.vault = vault;
        this.proposals = proposals;
        this.became = became;
        this.directory = directory;
    }

    /**
     * One key takes it.
     *
     * @param input the form's field
     * @param key of the keyboard
     */
    record Take(String input, String value, String words, String key) {}

    /** What becomes of it. */
    DecidedProposals became() {
        return became;
    }

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

    /**
     * Beside each field what the words say for it; nothing beside one that the agent has filled.
     *
     * @param own the appeal that waits, which is not offered as the same matter as itself; null for a call
     */
    void show(
            Model model,
            String text,
            DeskSuggestions found,
            @Nullable UUID own,
            IntakeForm form,
            Edition edition,
            CurrentUser me) {
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
        List<OpenMatters.Offer> same = matters.offers(text, own, me);
        model.addAttribute("sameMatters", same);
        warnings.show(model, same, form, me);
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
}
