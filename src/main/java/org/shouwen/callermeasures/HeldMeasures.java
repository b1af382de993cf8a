package org.shouwen.callermeasures;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.history.Actor;
import org.shouwen.identity.Phone;
import org.shouwen.identity.PhoneKeys;
import org.shouwen.problems.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is in force for a number, for whoever takes its calls, and what its owner has against it (Art. 20). */
@Service
@Transactional
class HeldMeasures implements CallerMeasures {
    private final RulingStore store;
    private final RulingBook book;
    private final PhoneKeys keys;

    HeldMeasures(RulingStore store, RulingBook book, PhoneKeys keys) {
        this.store = store;
        this.book = book;
        this.keys = keys;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Ruled> of(Phone phone, CurrentUser by) {
        return inForce(keys.forms(phone))
                .map(r ->
                        book.theirs(List.of(r), Ruling::evidence, by).isEmpty() ? ruled(r).withoutReason() : ruled(r));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Ruled> ofAppellant(UUID appellant) {
        return heldAgainst(appellant).map(HeldMeasures::ruled);
    }

    @Override
    public void object(UUID appellant, String typed) {
        String words = Text.optional("objection", typed, Nuisance.LONG);
        Ruling r = heldAgainst(appellant)
                .map(found -> book.locked(found.id()))
                .orElseThrow(() -> Ruling.no("not-in-force").orElseThrow().toRefusal());
        RulingBook.refuse(r.refuseObjection(words));
        Ruling.Hand hand = new Ruling.Hand(appellant, "", book.now());
        book.keep(r.objected(book.about(r, words), hand), Actor.APPELLANT, "Objected");
    }

    private Optional<Ruling> heldAgainst(UUID appellant) {
        return Optional.ofNullable(keys.forms(List.of(appellant)).get(appellant))
                .flatMap(this::inForce);
    }

    /** @param phoneKeys of one number, in each of its forms */
    private Optional<Ruling> inForce(Set<String> phoneKeys) {
        LocalDate today = book.today();
        return store.inForce(phoneKeys, today).filter(r -> r.holds(today));
    }

    private static Ruled ruled(Ruling r) {
        return new Ruled(r.measure(), r.reason(), Objects.requireNonNull(r.until()), r.objection() != null);
    }
}
