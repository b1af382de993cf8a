package org.shouwen.regulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shouwen.regulation.Adoptions.Proposal;
import org.shouwen.regulation.Adoptions.State;

/** Lists the city's own draft editions with their state (found, asked, refused) and all differences from the edition in force today. */
final class Proposals {
    private Proposals() {}

    /** @param all every adoption that was asked for; what holds already is no proposal */
    static List<Proposal> of(Editions editions, List<Adoption> all, LocalDate today) {
        return editions.own().stream()
                .map(own -> proposal(own, editions, all, today))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(p -> p.edition().effective()))
                .toList();
    }

    private static Optional<Proposal> proposal(
            Editions.Own own, Editions editions, List<Adoption> all, LocalDate today) {
        String sha256 = AdoptionStore.sha256(own.text());
        List<Adoption> ofThisId =
                all.stream().filter(a -> a.edition().equals(own.edition().id())).toList();
        Adoption asked = ofThisId.stream()
                .filter(a -> a.sha256().equals(sha256))
                .findFirst()
                .orElse(null);
        if (asked != null && Boolean.TRUE.equals(asked.adopted())) return Optional.empty();
        boolean otherTextHolds = ofThisId.stream().anyMatch(a -> Boolean.TRUE.equals(a.adopted()));
        State state = otherTextHolds
                ? State.CHANGED
                : asked == null ? State.FOUND : asked.waits() ? State.ASKED : State.REFUSED;
        return Optional.of(new Proposal(
                own.edition(),
                sha256,
                state,
                asked,
                EditionWarning.of(own.edition(), editions.city(), editions.current(today), today),
                EditionDifferences.between(editions.current(today), own.edition())));
    }
}
