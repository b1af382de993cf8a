package org.shouwen.appeal;

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
final class AcceptanceScope {
    private static final String CONSULTATION = "consultation";

    private AcceptanceScope() {}

    /** @return empty when the outcome is lawful */
    static Optional<Refused> refuse(
            AppealContent words, @Nullable Disposition before, Disposition outcome, Edition edition) {
        return refuse(words, before, false, outcome, edition);
    }

    /** @param overturned a review has said that it must be taken */
    static Optional<Refused> refuse(
            AppealContent words,
            @Nullable Disposition before,
            boolean overturned,
            Disposition outcome,
            Edition edition) {
        if (before != null) return no(Clause.A12_5, "decided-already");
        if (overturned && outcome instanceof Disposition.Declined) return no(Clause.A12_3, "overturned");
        return switch (outcome) {
            case Disposition.Answered a -> answered(a.answer());
            case Disposition.Ordered o -> told(o.alsoTold(), edition).or(() -> ordered(words, o.urgentKind(), edition));
            case Disposition.Guided g -> guided(g.target(), edition);
            case Disposition.Declined d -> declined(words, d.ground(), d.reason(), edition);
            case Disposition.Joined j ->
                j.order() == null ? no(Clause.A12_5, "order-missing") : ordered(words, null, edition);
            case Disposition.Settled _, Disposition.Pointed _ -> no(Clause.A10_2, "unit-only");
            case Disposition.Reminded r -> r.order() == null ? no(Clause.A9, "order-missing") : Optional.empty();
        };
    }

    /**
     * What a unit may do that was asked directly (Art. 10): answer questions or point to whoever can help, settle
     * requests on the spot, or register them with contact details as its own order.
     *
     * @param reachable whether the person left a way to be answered
     */
    static Optional<Refused> refuseAtUnit(
            AppealContent words, Disposition outcome, boolean reachable, Edition edition) {
        boolean question = words.kind().equals(CONSULTATION);
        return switch (outcome) {
            case Disposition.Answered a -> !question ? no(Clause.A10_2, "request-answered") : answered(a.answer());
            case Disposition.Pointed p ->
                !question
                        ? no(Clause.A10_2, "request-pointed")
                        : p.unit().isBlank() ? no(Clause.A10_1, "unit-missing") : Optional.empty();
            case Disposition.Settled s -> s.how().isBlank() ? no(Clause.A10_2, "how-missing") : Optional.empty();
            case Disposition.Ordered o ->
                !reachable ? no(Clause.A10_2, "contact-missing") : ordered(words, o.urgentKind(), edition);
            case Disposition.Guided _, Disposition.Declined _, Disposition.Reminded _, Disposition.Joined _ ->
                no(Clause.A10_2, "platform-only");
        };
    }

    /** 12.1: an answer at once is an answer, and the words used are kept. */
    private static Optional<Refused> answered(String answer) {
        return answer.isBlank() ? no(Clause.A12_1, "answer-missing") : Optional.empty();
    }

    /** 12.2: what becomes an order must be of a kind that the platform takes (Art. 7). */
    private static Optional<Refused> ordered(AppealContent words, @Nullable String urgent, Edition edition) {
        if (edition.kind(words.kind()).isEmpty()) return no(Clause.A12_2, "kind-missing");
        boolean known = urgent == null
                || edition.urgentKinds().stream().anyMatch(u -> u.code().equals(urgent));
        return known ? Optional.empty() : no(Clause.A17_9, "urgent-unknown");
    }

    /** 8.3: beside an order only whom to call at once. */
    private static Optional<Refused> told(@Nullable String target, Edition edition) {
        return target == null
                        || edition.target(target).filter(Edition.Target::danger).isPresent()
                ? Optional.empty()
                : no(Clause.A8_3, "target-missing");
    }

    /** Art. 8, 12.3: whoever is sent elsewhere is told where. */
    private static Optional<Refused> guided(String target, Edition edition) {
        return edition.target(target).isEmpty() ? no(Clause.A12_3, "target-missing") : Optional.empty();
    }

    /** Art. 9, 12.3: only on a ground of the edition, and the reason is told; 12.4 only where particulars are missing. */
    private static Optional<Refused> declined(AppealContent words, String ground, String reason, Edition edition) {
        Optional<Edition.Named> found = edition.declineGround(ground);
        if (found.isEmpty()) return no(Clause.A9, "ground-missing");
        if (reason.isBlank()) return no(Clause.A12_3, "reason-missing");
        if (found.get().basis() == Clause.A12_4 && words.particulars()) return no(Clause.A12_4, "particulars-given");
        return Optional.empty();
    }

    static Optional<Refused> no(Clause under, String words, Object... args) {
        return Optional.of(new Refused(under, "appeal.refused." + words, args));
    }
}
