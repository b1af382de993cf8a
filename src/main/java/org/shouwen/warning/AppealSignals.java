package org.shouwen.warning;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.appeal.WatchedAppeals.Watched;
import org.shouwen.calendar.Limits;
import org.shouwen.identity.Vault;
import org.shouwen.suggestion.MatterWatch;
import org.springframework.stereotype.Component;

/** What one appeal, with those before it, gives to warn of. */
@Component
class AppealSignals {
    private static final int PEOPLE = 200;
    private static final int WITH_WORD = 5_000;

    /** Of an urgent kind in one place, the latest are held against the address. */
    private static final int NEIGHBOURS = 100;

    /** Class and place of a matter are those most of its latest appeals have. */
    private static final int HEADING = 30;

    /** Fewer characters are no address. */
    private static final int ADDRESS = 5;

    private final WatchedAppeals watched;
    private final SeenStore seen;
    private final Vault vault;
    private final Counties counties;
    private final Thresholds thresholds;

    AppealSignals(WatchedAppeals watched, SeenStore seen, Vault vault, Counties counties, Thresholds thresholds) {
        this.watched = watched;
        this.seen = seen;
        this.vault = vault;
        this.counties = counties;
        this.thresholds = thresholds;
    }

    /** @param matter the matter of the appeal, with all appeals about it */
    record Came(Watched appeal, MatterWatch.Taken matter) {}

    /** What each gives to warn of; where several give the same, the latest, with which the others are looked at. */
    List<Found> of(List<Came> came, RuleBook rules) {
        Map<UUID, String> people =
                vault.phoneKeys(came.stream().map(c -> c.appeal().appellant()).toList());
        Map<Object, Came> matters = new LinkedHashMap<>();
        Map<Object, Came> persons = new LinkedHashMap<>();
        Map<Object, Came> words = new LinkedHashMap<>();
        Map<Object, Came> addresses = new LinkedHashMap<>();
        for (Came c : came) {
            Watched a = c.appeal();
            matters.put(c.matter().matter(), c);
            persons.put(people.getOrDefault(a.appellant(), a.appellant().toString()), c);
            rules.wordIn(text(a)).ifPresent(w -> words.put(wordKey(w, a), c));
            if (a.urgentKind() != null) addresses.put(List.of(a.urgentKind(), place(a), letters(a.location())), c);
        }
        List<Found> found = new ArrayList<>();
        matters.values().forEach(c -> sameMatter(c.appeal(), c.matter(), rules).ifPresent(found::add));
        persons.values().forEach(c -> onePerson(c.appeal(), rules).ifPresent(found::add));
        words.values().forEach(c -> word(c.appeal(), rules).ifPresent(found::add));
        addresses.values().forEach(c -> urgentTwice(c.appeal(), rules).ifPresent(found::add));
        return found;
    }

    private Optional<Found> sameMatter(Watched appeal, MatterWatch.Taken matter, RuleBook rules) {
        List<UUID> ids = matter.messages().stream().map(UUID::fromString).toList();
        if (ids.size() < 2) return Optional.empty();
        SignalRule rule = rules.rule(Signal.SAME_MATTER);
        long people = matter.sendersSince(
                appeal.at().atZone(Limits.ZONE).toLocalDate().minusDays(rule.days()));
        return Optional.of(found(rule, "", ids, Math.toIntExact(people), "", appeal.at()));
    }

    private Optional<Found> onePerson(Watched appeal, RuleBook rules) {
        SignalRule rule = rules.rule(Signal.ONE_PERSON);
        List<UUID> people = vault.samePerson(appeal.appellant(), PEOPLE);
        List<UUID> ids = seen.ofPeople(people, appeal.at().minus(rule.days(), ChronoUnit.DAYS));
        return ids.size() < 2 ? Optional.empty() : Optional.of(found(rule, "", ids, ids.size(), "", appeal.at()));
    }

    private Optional<Found> word(Watched appeal, RuleBook rules) {
        SignalRule rule = rules.rule(Signal.SENSITIVE_WORD);
        Optional<String> word = rules.wordIn(text(appeal));
        if (word.isEmpty()) return Optional.empty();
        String county = counties.of(appeal.place());
        String matterClass = matterClass(appeal);
        List<UUID> ids = watched.latestAfter(appeal.at().minus(rule.days(), ChronoUnit.DAYS), WITH_WORD).stream()
                .filter(a -> !a.at().isAfter(appeal.at()) && text(a).contains(word.get()))
                .filter(a ->
                        counties.of(a.place()).equals(county) && matterClass(a).equals(matterClass))
                .map(Watched::id)
                .toList();
        return Optional.of(found(rule, wordKey(word.get(), appeal), ids, ids.size(), word.get(), appeal.at()));
    }

    private String wordKey(String word, Watched a) {
        return String.join("|", Signal.SENSITIVE_WORD.name(), word, matterClass(a), counties.of(a.place()));
    }

    private static String matterClass(Watched a) {
        return Objects.requireNonNullElse(a.matterClass(), "");
    }

    private static String place(Watched a) {
        return Objects.requireNonNullElse(a.place(), "");
    }

    private Optional<Found> urgentTwice(Watched appeal, RuleBook rules) {
        SignalRule rule = rules.rule(Signal.URGENT_TWICE);
        String kind = appeal.urgentKind();
        String address = letters(appeal.location());
        if (kind == null || address.length() < ADDRESS) return Optional.empty();
        Instant since = appeal.at().minus(rule.days(), ChronoUnit.DAYS);
        List<UUID> near = watched.ofIds(seen.urgent(kind, place(appeal), since, NEIGHBOURS)).stream()
                .filter(a -> Objects.equals(a.place(), appeal.place()) && oneAddress(address, letters(a.location())))
                .sorted(Comparator.comparing(Watched::at).thenComparing(Watched::id))
                .map(Watched::id)
                .toList();
        return near.size() < 2 ? Optional.empty() : Optional.of(found(rule, "", near, near.size(), kind, appeal.at()));
    }

    private Found found(SignalRule rule, String key, List<UUID> ids, int seenNow, String detail, Instant at) {
        List<Watched> all = watched.ofIds(ids.subList(Math.max(0, ids.size() - HEADING), ids.size()));
        String matterClass = Commonest.of(all, Watched::matterClass);
        Threshold threshold = thresholds.of(rule, matterClass, at);
        return new Found(
                rule.signal(),
                key,
                matterClass,
                Commonest.of(all, a -> counties.of(a.place())),
                "",
                ids,
                new Warning.Evidence(seenNow, 0, threshold.now(), rule.days(), detail, at),
                seenNow >= threshold.now());
    }

    private static boolean oneAddress(String one, String other) {
        return other.length() >= ADDRESS && (one.contains(other) || other.contains(one));
    }

    private static String text(Watched a) {
        return a.title() + "\n" + a.content() + "\n" + a.wants();
    }

    /** NFKC, letters and digits only. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
