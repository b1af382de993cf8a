package org.shouwen.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Refused;

/** 受理范围: whether the desk may do this with an appeal (Art. 7-9, 12). Pure: looks nothing up. */
@Basis({
    Clause.A7_1,
    Clause.A7_2,
    Clause.A7_3,
    Clause.A7_4,
    Clause.A7_5,
    Clause.A8_1,
    Clause.A8_2,
    Clause.A8_3,
    Clause.A8_4
})
final class Scope {
    private Scope() {}

    /** @return empty when the outcome is lawful */
    static Optional<Refused> refuse(Words words, @Nullable Outcome before, Outcome outcome, Edition edition) {
        if (before != null) return no(Clause.A12_5, "decided-already");
        return switch (outcome) {
            case Outcome.Answered a -> answered(a.answer());
            case Outcome.Ordered o -> ordered(words, o.urgentKind(), edition);
            case Outcome.Guided g -> guided(g.target(), edition);
            case Outcome.Declined d -> declined(words, d.ground(), d.reason(), edition);
            case Outcome.Reminded r -> r.order().isBlank() ? no(Clause.A9, "order-missing") : Optional.empty();
        };
    }

    /** 12.1: an answer at once is an answer, and the words used are kept. */
    private static Optional<Refused> answered(String answer) {
        return answer.isBlank() ? no(Clause.A12_1, "answer-missing") : Optional.empty();
    }

    /** 12.2: what becomes an order must be of a kind that the platform takes (Art. 7). */
    private static Optional<Refused> ordered(Words words, @Nullable String urgent, Edition edition) {
        if (edition.kind(words.kind()).isEmpty()) return no(Clause.A12_2, "kind-missing");
        boolean known = urgent == null
                || edition.urgentKinds().stream().anyMatch(u -> u.code().equals(urgent));
        return known ? Optional.empty() : no(Clause.A17_9, "urgent-unknown");
    }

    /** Art. 8, 12.3: whoever is sent elsewhere is told where. */
    private static Optional<Refused> guided(String target, Edition edition) {
        return edition.target(target).isEmpty() ? no(Clause.A12_3, "target-missing") : Optional.empty();
    }

    /** Art. 9, 12.3: only on a ground of the edition, and the reason is told; 12.4 only where particulars are missing. */
    private static Optional<Refused> declined(Words words, String ground, String reason, Edition edition) {
        Optional<Edition.Named> found = edition.declineGround(ground);
        if (found.isEmpty()) return no(Clause.A9, "ground-missing");
        if (reason.isBlank()) return no(Clause.A12_3, "reason-missing");
        if (found.get().basis() == Clause.A12_4 && words.particulars()) return no(Clause.A12_4, "particulars-given");
        return Optional.empty();
    }

    static Optional<Refused> no(Clause under, String words, Object... args) {
        return Optional.of(new Refused(under, "intake.refused." + words, args));
    }
}
