package org.shouwen.warning;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
    List<Found> of(Watched appeal, MatterWatch.Taken matter, RuleBook rules) {
        List<Found> found = new ArrayList<>();
        sameMatter(appeal, matter, rules).ifPresent(found::add);
        onePerson(appeal, rules).ifPresent(found::add);
        word(appeal, rules).ifPresent(found::add);
        urgentTwice(appeal, rules).ifPresent(found::add);
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
        String matterClass = Objects.requireNonNullElse(appeal.matterClass(), "");
        List<UUID> ids = watched.latestAfter(appeal.at().minus(rule.days(), ChronoUnit.DAYS), WITH_WORD).stream()
                .filter(a -> !a.at().isAfter(appeal.at()) && text(a).contains(word.get()))
                .filter(a -> counties.of(a.place()).equals(county)
                        && Objects.requireNonNullElse(a.matterClass(), "").equals(matterClass))
                .map(Watched::id)
                .toList();
        String key = String.join("|", Signal.SENSITIVE_WORD.name(), word.get(), matterClass, county);
        return Optional.of(found(rule, key, ids, ids.size(), word.get(), appeal.at()));
    }

    private Optional<Found> urgentTwice(Watched appeal, RuleBook rules) {
        SignalRule rule = rules.rule(Signal.URGENT_TWICE);
        String kind = appeal.urgentKind();
        String address = letters(appeal.location());
        if (kind == null || address.length() < ADDRESS) return Optional.empty();
        List<UUID> near = watched.ofIds(seen.urgent(kind, appeal.at().minus(rule.days(), ChronoUnit.DAYS))).stream()
                .filter(a -> Objects.equals(a.place(), appeal.place()) && oneAddress(address, letters(a.location())))
                .map(Watched::id)
                .toList();
        return near.size() < 2 ? Optional.empty() : Optional.of(found(rule, "", near, near.size(), kind, appeal.at()));
    }

    private Found found(SignalRule rule, String key, List<UUID> ids, int seenNow, String detail, Instant at) {
        List<Watched> all = watched.ofIds(ids);
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
