package org.shouwen.callermeasures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeals;
import org.shouwen.callermeasures.Nuisance.Suggestion;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Edition;
import org.springframework.stereotype.Component;

/** Which numbers are worth a look; the machine proposes nothing more (ruling 16). */
@Component
class NuisanceSuggestions {
    private static final List<String> INVALID = List.of("vague", "repeated", "abusive", "untrue", "concluded");

    private final RulingBook book;
    private final BusyNumbers busy;
    private final Vault vault;
    private final Appeals appeals;

    NuisanceSuggestions(RulingBook book, BusyNumbers busy, Vault vault, Appeals appeals) {
        this.book = book;
        this.busy = busy;
        this.vault = vault;
        this.appeals = appeals;
    }

    /** Numbers with many declined appeals lately, most first; those that are dealt with left out. */
    List<Suggestion> of(CurrentUser by) {
        Edition.NuisanceRules rules = book.rules();
        List<Appeals.DeclinedAppeal> declined =
                appeals.declinedSince(book.now().minus(Duration.ofDays(rules.withinDays())), INVALID);
        Map<UUID, String> numbers = vault.phoneKeys(
                declined.stream().map(Appeals.DeclinedAppeal::appellant).toList());
        Set<String> taken = busy.keys();
        Map<String, List<Appeals.DeclinedAppeal>> byNumber = new HashMap<>();
        for (Appeals.DeclinedAppeal d : declined) {
            String key = numbers.get(d.appellant());
            if (key != null && !taken.contains(key))
                byNumber.computeIfAbsent(key, _ -> new ArrayList<>()).add(d);
        }
        List<Suggestion> found = byNumber.values().stream()
                .filter(all -> all.size() >= rules.invalid())
                .sorted(Comparator.comparingInt(all -> -all.size()))
                .map(all -> new Suggestion(
                        all.getFirst().appellant(),
                        all.stream().map(Appeals.DeclinedAppeal::number).toList()))
                .toList();
        // cut after what is not theirs is out
        return book.theirs(found, Suggestion::appeals, by).stream().limit(50).toList();
    }
}
