package org.shouwen.appeal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.Parties;
import org.shouwen.identity.DisclosedMatters;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.identity.UnusualDisclosures;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * Which appeals a person may read as they came (Art. 21, ruling 14): for the desk's own people all but those in which
 * they themselves are complained about, which are not there for them; of those that a unit took, the unit reads on
 * nothing that is to be kept from units.
 */
@Component
@Basis(Clause.A21)
public class AppealVisibility implements DisclosedMatters {
    /** For a callback, a review, a reopening. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final Appeals appeals;
    private final Parties parties;
    private final InstantSource clock;

    AppealVisibility(Appeals appeals, Parties parties, InstantSource clock) {
        this.appeals = appeals;
        this.parties = parties;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such appeal for this person */
    public Appeal get(String number, CurrentUser by) {
        Appeal a = appeals.get(number);
        if (!appeals.there(a, by)) throw new NotFound("appeal", number);
        return a;
    }

    /**
     * A look is for the work on the appeal: it ends some time after that has.
     *
     * @throws Refusal when it is too long ago
     */
    public void requireLookable(Appeal a) {
        Instant done = appeals.doneAt(a);
        if (done != null && done.plus(AFTERWARDS).isBefore(clock.instant()))
            throw new Refusal(
                    Clause.A21.name(),
                    Clause.A21.citation(),
                    "appeal.refused.look-too-late",
                    List.of(AFTERWARDS.toDays()));
    }

    @Override
    public Map<UUID, UnusualDisclosures.Matter> mattersOf(Collection<UUID> appellants) {
        return appeals.mattersOf(appellants);
    }

    @Override
    public List<DisclosureLog.Look> looks(List<DisclosureLog.Look> all, CurrentUser by) {
        Map<UUID, String> numbers = appeals.numbersOf(
                all.stream().map(DisclosureLog.Look::appellant).distinct().toList());
        Set<String> gone = parties.hidden(numbers.values(), by);
        return all.stream()
                .filter(l -> !gone.contains(numbers.getOrDefault(l.appellant(), "")))
                .toList();
    }

    /** Which of these a unit that took them must not read on: there is something to be kept from units. */
    public Set<UUID> kept(Collection<Appeal> taken) {
        Set<String> kept = parties.kept(taken.stream().map(Appeal::number).toList());
        return taken.stream()
                .filter(a -> kept.contains(a.number()))
                .map(Appeal::id)
                .collect(Collectors.toSet());
    }
}
