package org.shouwen.callermeasures;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Vault;
import org.shouwen.keys.Salt;
import org.shouwen.notification.NotificationType;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for measures against nuisance calls; the rules are {@link Ruling}'s. The machine proposes, persons rule (ruling 16). */
@Service
@Transactional
public class Nuisance {
    /** Of a reason, in characters. */
    static final int LONG = 5_000;

    private final RulingStore store;
    private final RulingBook book;
    private final NuisanceSuggestions suggestions;
    private final BusyNumbers busy;
    private final Vault vault;
    private final Appeals appeals;

    Nuisance(
            RulingStore store,
            RulingBook book,
            NuisanceSuggestions suggestions,
            BusyNumbers busy,
            Vault vault,
            Appeals appeals) {
        this.store = store;
        this.book = book;
        this.suggestions = suggestions;
        this.busy = busy;
        this.vault = vault;
        this.appeals = appeals;
    }

    @Transactional(readOnly = true)
    public Page<Ruling> list(CurrentUser by, @Nullable After after, int limit) {
        return store.list(ConflictOfInterest.appeal("e.number"), ConflictOfInterest.name(by), after, limit);
    }

    /** A number whose many declined appeals make it worth a look; only a person proposes. */
    public record Suggestion(UUID appellant, List<String> appeals) {}

    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(CurrentUser by) {
        return suggestions.of(by);
    }

    /** @param evidence numbers of appeals, all from the same telephone number */
    public Ruling propose(
            List<WorkOrderNumber> evidence,
            Ruling.Ground ground,
            CallerMeasures.Measure measure,
            int days,
            @Nullable String why,
            CurrentUser by) {
        String reason = Text.optional("reason", why, LONG);
        List<String> numbers =
                evidence.stream().map(WorkOrderNumber::text).distinct().toList();
        RulingBook.refuse(Ruling.refuse(numbers, reason, days, by, book.rules()));
        for (String gone : book.hidden(numbers, by))
            throw new BadInput("evidence", "callermeasures.bad.no-such-appeal", gone);
        List<Appeal> found = new ArrayList<>();
        for (String n : numbers)
            found.add(appeals.find(n)
                    .orElseThrow(() -> new BadInput("evidence", "callermeasures.bad.no-such-appeal", n)));
        Map<UUID, String> given =
                vault.phoneKeys(found.stream().map(Appeal::appellant).toList());
        Set<String> different = new HashSet<>(given.values());
        if (given.size() != found.size() || different.size() != 1)
            throw new BadInput("evidence", "callermeasures.bad.one-number");
        String key = different.iterator().next();
        if (busy.locked(key)) RulingBook.refuse(Ruling.no("open-already"));
        Appeal latest =
                found.stream().max(Comparator.comparing(Appeal::receivedAt)).orElseThrow();
        String salt = Salt.fresh();
        Ruling r = new Ruling(
                UuidCreator.getTimeOrderedEpoch(),
                latest.appellant(),
                store.digest(salt, key),
                latest.number(),
                ground,
                measure,
                days,
                numbers,
                vault.unnamed(latest.appellant()).apply(reason),
                book.hand(by),
                null,
                null,
                Ruling.State.PROPOSED,
                null,
                null,
                List.of(),
                null,
                null,
                "");
        store.insert(r, salt, key);
        return book.record(r, by.actor(), "Proposed");
    }

    /** One of two agrees; with the second it is in force and the person is told. */
    public Ruling agree(UUID id, CurrentUser by) {
        Ruling r = book.locked(id, by);
        RulingBook.refuse(r.refuseRuling(by));
        Ruling agreed = r.agreed(book.hand(by), book.today(), book.rules());
        book.keep(agreed, by.actor(), "Agreed");
        if (agreed.state() == Ruling.State.IN_FORCE)
            book.tell(agreed, NotificationType.MEASURE_TAKEN, agreed.reason(), String.valueOf(agreed.until()));
        return agreed;
    }

    public Ruling refuse(UUID id, @Nullable String why, CurrentUser by) {
        Ruling r = book.locked(id, by);
        String reason = book.about(r, Text.required("reason", why, LONG));
        RulingBook.refuse(r.refuseRuling(by));
        return book.keep(r.refused(reason), by.actor(), "Refused");
    }

    /** Looked at again, and kept. */
    public Ruling keepInForce(UUID id, @Nullable String why, CurrentUser by) {
        Ruling r = book.locked(id, by);
        String words = book.about(r, Text.optional("reason", why, LONG));
        RulingBook.refuse(r.refuseLook(words, by));
        return book.keep(r.kept(words, book.hand(by), book.today(), book.rules()), by.actor(), "Kept");
    }

    /** Looked at again, and ended before its term. */
    public Ruling lift(UUID id, @Nullable String why, CurrentUser by) {
        Ruling r = book.locked(id, by);
        String words = book.about(r, Text.optional("reason", why, LONG));
        RulingBook.refuse(r.refuseLook(words, by));
        return book.ended(r.ended(words), by.actor());
    }

    public Ruling object(UUID id, @Nullable String typed, CurrentUser by) {
        Ruling r = book.locked(id, by);
        String words = book.about(r, Text.optional("reason", typed, LONG));
        RulingBook.refuse(r.refuseObjection(words, by));
        return book.keep(r.objected(words, book.hand(by)), by.actor(), "Objected");
    }

    public Ruling ruleObjection(UUID id, boolean lifted, @Nullable String why, CurrentUser by) {
        Ruling r = book.locked(id, by);
        String words = book.about(r, Text.optional("reason", why, LONG));
        RulingBook.refuse(r.refuseObjectionRuling(words, by));
        Ruling ruled = r.objectionRuled(lifted, words, book.hand(by));
        book.keep(ruled, by.actor(), "ObjectionRuled");
        book.tell(ruled, lifted ? NotificationType.MEASURE_ENDED : NotificationType.MEASURE_KEPT, words);
        return ruled;
    }

    /** It is to go to the police; nothing is shown yet. */
    public Ruling referToPolice(UUID id, CurrentUser by) {
        Ruling r = book.locked(id, by);
        RulingBook.refuse(r.refusePolice(by));
        return book.keep(r.referred(book.hand(by)), by.actor(), "Referred");
    }

    /** What goes to the police: the ruling, the appeals, and who it is; that look is on record. */
    public record Packet(Ruling ruling, Identity who, List<Appeal> appeals) {}

    /**
     * Four eyes: made by another person than the one who referred.
     *
     * @param from their network address
     */
    public Packet packet(UUID id, CurrentUser by, String from) {
        Ruling r = book.locked(id, by);
        RulingBook.refuse(r.refusePacket(by));
        Identity who = vault.look(r.appellant(), by, from, "移送公安（" + Clause.A20.citation() + "） " + r.id());
        List<Appeal> evidence = r.evidence().stream().map(appeals::get).toList();
        for (UUID other : evidence.stream().map(Appeal::appellant).distinct().toList()) // their words say who they are
        if (!other.equals(r.appellant())) vault.look(other, by, from, "移送公安（" + Clause.A20.citation() + "） " + r.id());
        return new Packet(r, who, evidence);
    }
}
