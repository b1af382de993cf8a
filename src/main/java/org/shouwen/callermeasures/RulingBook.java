package org.shouwen.callermeasures;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.springframework.stereotype.Component;

/** How a ruling is found, kept, journalled and told, for all that is done with one; within the caller's transaction. */
@Component
class RulingBook {
    private final RulingStore store;
    private final Vault vault;
    private final Parties parties;
    private final Editions editions;
    private final History history;
    private final Outbox outbox;
    private final InstantSource clock;

    RulingBook(
            RulingStore store,
            Vault vault,
            Parties parties,
            Editions editions,
            History history,
            Outbox outbox,
            InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.parties = parties;
        this.editions = editions;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Of these appeals, those about whoever reads. */
    Set<String> hidden(List<String> appeals, CurrentUser by) {
        return parties.hidden(appeals, by);
    }

    /** What rests on an appeal about whoever reads is not there for them (Art. 21). */
    <T> List<T> theirs(List<T> all, Function<T, List<String>> evidence, CurrentUser by) {
        Set<String> gone = hidden(
                all.stream().flatMap(each -> evidence.apply(each).stream()).toList(), by);
        return all.stream()
                .filter(each -> Collections.disjoint(evidence.apply(each), gone))
                .toList();
    }

    /** Without the person's own name and number: the history forgets nothing. */
    String about(Ruling r, String words) {
        return vault.unnamed(r.appellant()).apply(words);
    }

    Ruling ended(Ruling r, Actor by) {
        keep(r, by, "Ended");
        tell(r, NotificationType.MEASURE_ENDED, r.end());
        return r;
    }

    Ruling keep(Ruling r, Actor by, String type) {
        store.update(r);
        return record(r, by, type);
    }

    Ruling record(Ruling r, Actor by, String type) {
        history.append(new Subject(RulingStore.KIND, r.id()), now(), by, type, store.write(r));
        return r;
    }

    void tell(Ruling r, NotificationType moment, String... args) {
        outbox.put(List.of(new Message(r.appellant(), r.told(), moment, List.of(args), now())));
    }

    Ruling locked(UUID id, CurrentUser by) {
        Ruling r = locked(id);
        if (theirs(List.of(r), Ruling::evidence, by).isEmpty()) throw new NotFound("nuisance ruling", id.toString());
        return r;
    }

    Ruling locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new NotFound("nuisance ruling", id.toString()));
    }

    Ruling.Hand hand(CurrentUser by) {
        return new Ruling.Hand(by.account(), by.name(), now());
    }

    static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    Edition.NuisanceRules rules() {
        return editions.current(today()).nuisance();
    }

    LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    Instant now() {
        return Instants.now(clock);
    }
}
