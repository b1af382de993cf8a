package org.shouwen.warning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.regulation.Pure;

/** Which warning that stands is about what a signal found: there are never two for one matter. */
@Pure
final class Existing {
    private Existing() {}

    /**
     * @param candidates warnings with one of the found appeals, the earliest first
     * @param shared by warning, how many of the newest of the found appeals it has
     */
    static Optional<Warning> of(Found found, List<Warning> candidates, Map<UUID, Integer> shared) {
        boolean oneMatter = found.signal() == Signal.SAME_MATTER;
        boolean person = found.signal() == Signal.ONE_PERSON;
        if (oneMatter || person)
            for (Warning w : candidates)
                if (w.signal() == found.signal() && belongs(w, found, shared)) return Optional.of(w);
        if (person) return Optional.empty();
        return candidates.stream()
                .filter(w -> w.signal() != Signal.ONE_PERSON)
                .filter(w ->
                        2 * shared.getOrDefault(w.id(), 0) >= found.newest().size() - 1
                                && shared.getOrDefault(w.id(), 0) > 1)
                .max(Comparator.comparing(w -> shared.getOrDefault(w.id(), 0)));
    }

    /** Wordings were grouped before: one appeal in common is enough. A person's are all the person's. */
    private static boolean belongs(Warning w, Found found, Map<UUID, Integer> shared) {
        int has = shared.getOrDefault(w.id(), 0);
        return found.signal() == Signal.SAME_MATTER
                ? has > 0
                : 2 * has >= found.newest().size() - 1;
    }
}
