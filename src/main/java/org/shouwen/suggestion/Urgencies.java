package org.shouwen.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Service;

/**
 * The one port through which every door asks whether words tell of danger or of an urgent matter (Art. 8.3, 17): the
 * desk while typing, portal, API, imports, a unit's own intake. A channel that takes text hands its appeal to {@code
 * Intake}, which asks here; one that must answer at once asks {@link #judge} itself and tells {@link Urgency#call}.
 * Costs no query: phrases are read anew when one changes, and every ten seconds for what another node changed.
 */
@Service
public class Urgencies {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Known(Instant read, List<Phrase> phrases, Map<String, UrgencyDetector> detectors) {}

    private final Editions editions;
    private final PhraseStore store;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    Urgencies(Editions editions, PhraseStore store, InstantSource clock) {
        this.editions = editions;
        this.store = store;
        this.clock = clock;
    }

    /** Judges texts that belong together under the edition in force now; null and empty ones say nothing. */
    public Urgency judge(@Nullable String... texts) {
        return judge(edition(), texts);
    }

    /** The edition in force now. */
    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }

    /** The emergency numbers of the edition in force now, the one that fits first; see {@link Urgency#call(String, Edition)}. */
    public List<Edition.Target> call(String first) {
        return Urgency.call(first, edition());
    }

    /** {@link #judge(String...)} under an edition. */
    public Urgency judge(Edition edition, @Nullable String... texts) {
        String text = Arrays.stream(texts)
                .filter(Objects::nonNull)
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) return Urgency.NOTHING;
        Known now = known();
        UrgencyJudgement found = now.detectors()
                .computeIfAbsent(edition.id(), _ -> detector(edition, now.phrases()))
                .judge(text);
        return Urgency.of(found, guidance(found, now.phrases()), edition);
    }

    /** Phrases have changed: the next judgement knows them. */
    void changed() {
        known = null;
    }

    /** With the city's phrases as far as this edition knows their kinds. */
    static UrgencyDetector detector(Edition edition, List<Phrase> phrases) {
        return new UrgencyDetector(
                edition,
                phrases.stream()
                        .filter(p -> p.fits(edition))
                        .map(p -> new CityPhrase(p.kind(), p.phrase()))
                        .toList());
    }

    /** Whom to call; what a city's phrase tells of is said by the phrase. */
    private static String guidance(UrgencyJudgement found, List<Phrase> phrases) {
        if (!found.isDanger()) return found.guidance();
        return phrases.stream()
                .filter(p -> p.kind().equals(UrgencyJudgement.DANGER)
                        && found.words().contains(p.phrase()))
                .map(Phrase::guidance)
                .findFirst()
                .orElse(found.guidance());
    }

    private Known known() {
        Instant now = clock.instant();
        Known k = known;
        if (k != null && !now.isBefore(k.read()) && now.isBefore(k.read().plus(FRESH))) return k;
        List<Phrase> phrases = store.inForce();
        Map<String, UrgencyDetector> detectors =
                k != null && k.phrases().equals(phrases) ? k.detectors() : new ConcurrentHashMap<>();
        Known fresh = new Known(now, phrases, detectors);
        known = fresh;
        return fresh;
    }
}
