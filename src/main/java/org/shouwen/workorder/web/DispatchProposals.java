package org.shouwen.workorder.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutySuggestion;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.UnitId;
import org.shouwen.suggestion.ClassProposal;
import org.shouwen.suggestion.Proposals;
import org.shouwen.suggestion.Suggestion;
import org.shouwen.workorder.OrderLine;
import org.springframework.stereotype.Component;

/** What the dispatcher's page proposes for an order, each with its reason, how sure it is and by which model (ruling 16). */
@Component
class DispatchProposals {
    private final Proposals proposals;
    private final Directory directory;

    DispatchProposals(Proposals proposals, Directory directory) {
        this.proposals = proposals;
        this.directory = directory;
    }

    /**
     * @param other the second choice, where the first is not sure; null otherwise
     * @param assisting units that nearly always assisted; empty where that is no habit
     * @param percent how sure the unit is
     * @param habit how often of how many it was decided so; null when the duty list speaks
     * @param duty the line of the duty list; null when decisions speak
     */
    record Proposed(
            UnitId unit,
            String unitName,
            @Nullable String other,
            List<UnitId> assisting,
            String assistingNames,
            String limitClass,
            int percent,
            Suggestion.Band band,
            String model,
            @Nullable List<String> habit,
            @Nullable DutySuggestion duty) {}

    /** Empty when neither decisions nor the duty list name anybody. */
    Optional<Proposed> of(OrderLine line) {
        List<DutySuggestion> duties = directory.suggest(line.matterClass(), line.place());
        List<Suggestion> found = proposals.dispatch(line.matterClass(), line.place());
        Suggestion units = of("unit", found);
        // the duty list is the city's own law: it names somebody also where nothing is proposed
        if (units == null)
            return duties.isEmpty() ? Optional.empty() : Optional.of(byDuty(line, duties.getFirst(), found));
        ClassProposal first = units.first();
        UnitId unit = new UnitId(first.category());
        if (directory.unit(unit).filter(u -> u.active()).isEmpty())
            return duties.isEmpty() ? Optional.empty() : Optional.of(byDuty(line, duties.getFirst(), found));
        boolean duty = units.model().equals("duty-list") || isDuty(first, duties);
        List<UnitId> assisting = assisting(found, unit);
        return Optional.of(new Proposed(
                unit,
                directory.name(unit),
                units.choices().size() > 1
                        ? directory.name(new UnitId(units.choices().get(1).category()))
                        : null,
                assisting,
                names(assisting),
                limit(line, found),
                (int) Math.round(first.probability() * 100),
                units.band(),
                units.model(),
                duty ? null : first.reason(),
                duty
                        ? duties.stream()
                                .filter(d -> d.unit().equals(unit))
                                .findFirst()
                                .orElse(null)
                        : null));
    }

    private static boolean isDuty(ClassProposal first, List<DutySuggestion> duties) {
        return first.reason().isEmpty()
                || duties.stream().anyMatch(d -> first.reason().getFirst().equals(d.matterClass()));
    }

    private Proposed byDuty(OrderLine line, DutySuggestion d, List<Suggestion> found) {
        return new Proposed(
                d.unit(),
                d.unitName(),
                null,
                List.of(),
                "",
                limit(line, found),
                80,
                Suggestion.Band.TWO,
                "duty-list",
                null,
                d);
    }

    /** Only what was nearly always so is proposed; a unit that is drawn in by mistake costs it a day. */
    private List<UnitId> assisting(List<Suggestion> found, UnitId lead) {
        Suggestion s = of("assisting", found);
        if (s == null
                || s.band() != Suggestion.Band.SURE
                || s.first().category().isEmpty()) return List.of();
        return Arrays.stream(s.first().category().split(","))
                .map(UnitId::new)
                .filter(u -> !u.equals(lead)
                        && directory.unit(u).filter(x -> x.active()).isPresent())
                .toList();
    }

    private String names(List<UnitId> units) {
        return units.stream().map(directory::name).collect(Collectors.joining("、"));
    }

    private String limit(OrderLine line, List<Suggestion> found) {
        Suggestion s = of("limit", found);
        if (s != null && s.band() == Suggestion.Band.SURE) return s.first().category();
        String usual = directory
                .matterClass(line.matterClass())
                .map(MatterClass::limitClass)
                .orElse(null);
        return usual == null ? "ordinary" : usual;
    }

    private static @Nullable Suggestion of(String field, List<Suggestion> found) {
        return found.stream().filter(s -> s.field().equals(field)).findFirst().orElse(null);
    }
}
