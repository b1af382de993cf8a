package org.shouwen.callermeasures;

import static org.shouwen.regulation.Clause.A20;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Refused;

/**
 * 研究处置: from a proposal with its evidence to its end (Art. 20). Three persons take part: one proposes, two others
 * rule. It holds for a term, is reviewed on the way, and the person may object.
 *
 * @param appellant whose number it is about; the vault has it
 * @param number digest of the number with the row's salt; says nothing once that is forgotten
 * @param told number of the appeal under which the person is told
 * @param evidence numbers of the appeals that it rests on
 * @param until the last day on which it holds; null until it is in force
 * @param reviewBy when it has to be looked at again
 * @param police who passed it to the police; null when nobody has
 */
public record Ruling(
        UUID id,
        UUID appellant,
        String number,
        String told,
        Ground ground,
        Measure measure,
        int days,
        List<String> evidence,
        String reason,
        Hand proposed,
        @Nullable Hand first,
        @Nullable Hand second,
        State state,
        @Nullable LocalDate until,
        @Nullable LocalDate reviewBy,
        List<Look> looks,
        @Nullable Objection objection,
        @Nullable Hand police,
        String end) {
    public Ruling {
        evidence = List.copyOf(evidence);
        looks = List.copyOf(looks);
    }

    public enum Ground {
        /** 长期无效. */
        LONG_INVALID,
        /** 恶意. */
        MALICIOUS,
        /** 骚扰. */
        HARASSING
    }

    public enum State {
        PROPOSED,
        /** One of two has agreed. */
        SECONDED,
        IN_FORCE,
        REFUSED,
        ENDED
    }

    /** Who did it, and when. */
    public record Hand(UUID account, String name, Instant at) {
        boolean is(CurrentUser person) {
            return account.equals(person.account());
        }
    }

    /** It was looked at again, and kept. */
    public record Look(String words, Hand by) {}

    /** 申诉: what the person says against it, and what became of that; null: still open. */
    public record Objection(
            String words,
            Hand registered,
            @Nullable Boolean lifted,
            String reason,
            @Nullable Hand ruled) {}

    static Optional<Refused> refuse(
            List<String> evidence, String reason, int days, CurrentUser by, Edition.NuisanceRules rules) {
        if (!by.ofPlatform()) return no("platform-only");
        if (evidence.isEmpty()) return no("evidence-missing");
        if (reason.isBlank()) return no("reason-missing");
        return days < 1 || days > rules.mostDays() ? no("days", rules.mostDays()) : Optional.empty();
    }

    /** Two rule, neither of them the one who proposed. */
    Optional<Refused> refuseRuling(CurrentUser by) {
        if (!rules(by)) return no("supervisor-or-bureau");
        if (state != State.PROPOSED && state != State.SECONDED) return no("not-open");
        return spoken(by) ? no("another-person") : Optional.empty();
    }

    /** Whether the person proposed it or has agreed already, and leaves the ruling to another. */
    public boolean spoken(CurrentUser by) {
        return proposed.is(by) || (first != null && first.is(by));
    }

    Ruling agreed(Hand by, LocalDate today, Edition.NuisanceRules rules) {
        return first == null
                ? with(by, null, State.SECONDED, null, null, looks, objection, police, "")
                : with(
                        first,
                        by,
                        State.IN_FORCE,
                        today.plusDays(days - 1L),
                        today.plusDays(rules.reviewDays()),
                        looks,
                        objection,
                        police,
                        "");
    }

    Ruling refused(String why) {
        return with(first, second, State.REFUSED, null, null, looks, objection, police, why);
    }

    Optional<Refused> refuseLook(String words, CurrentUser by) {
        if (!rules(by)) return no("supervisor-or-bureau");
        if (state != State.IN_FORCE) return no("not-in-force");
        return words.isBlank() ? no("reason-missing") : Optional.empty();
    }

    Ruling kept(String words, Hand by, LocalDate today, Edition.NuisanceRules rules) {
        List<Look> more = new java.util.ArrayList<>(looks);
        more.add(new Look(words, by));
        return with(first, second, state, until, today.plusDays(rules.reviewDays()), more, objection, police, "");
    }

    /** An officer writes down what the person said. */
    Optional<Refused> refuseObjection(String words, CurrentUser by) {
        return by.ofPlatform() ? refuseObjection(words) : no("platform-only");
    }

    /** Once for each ruling, while it holds. */
    Optional<Refused> refuseObjection(String words) {
        if (state != State.IN_FORCE) return no("not-in-force");
        if (objection != null) return no("objected-once");
        return words.isBlank() ? no("reason-missing") : Optional.empty();
    }

    Ruling objected(String words, Hand by) {
        return with(first, second, state, until, reviewBy, looks, new Objection(words, by, null, "", null), police, "");
    }

    /** The objection is ruled on by somebody who had no hand in the ruling. */
    Optional<Refused> refuseObjectionRuling(String why, CurrentUser by) {
        if (!rules(by)) return no("supervisor-or-bureau");
        if (objection == null || objection.ruled() != null) return no("no-objection");
        if (spoken(by) || (second != null && second.is(by))) return no("another-person");
        return why.isBlank() ? no("reason-missing") : Optional.empty();
    }

    Ruling objectionRuled(boolean lifted, String why, Hand by) {
        if (objection == null) throw new IllegalStateException("nobody objected");
        Objection ruled = new Objection(objection.words(), objection.registered(), lifted, why, by);
        return with(
                first, second, lifted ? State.ENDED : state, until, reviewBy, looks, ruled, police, lifted ? why : "");
    }

    Ruling ended(String why) {
        return with(first, second, State.ENDED, until, reviewBy, looks, objection, police, why);
    }

    /** Suspected offences go to the police (Art. 20), by the Bureau's hand. */
    Optional<Refused> refusePolice(CurrentUser by) {
        if (!by.has(Role.BUREAU)) return no("bureau-refers");
        return police != null ? no("referred-already") : Optional.empty();
    }

    /** Whoever referred does not also take the identity out: another person of the Bureau makes the packet (Art. 21). */
    Optional<Refused> refusePacket(CurrentUser by) {
        if (!by.has(Role.BUREAU)) return no("bureau-refers");
        if (police == null) return no("not-referred");
        return police.is(by) ? no("packet-another-person") : Optional.empty();
    }

    Ruling referred(Hand by) {
        return with(first, second, state, until, reviewBy, looks, objection, by, end);
    }

    boolean holds(LocalDate today) {
        return state == State.IN_FORCE && until != null && !today.isAfter(until);
    }

    private static boolean rules(CurrentUser by) {
        return by.has(Role.SUPERVISOR) || by.has(Role.BUREAU);
    }

    /** Whether it is being ruled on or holds. */
    boolean open() {
        return state != State.REFUSED && state != State.ENDED;
    }

    private Ruling with(
            @Nullable Hand newFirst,
            @Nullable Hand newSecond,
            State newState,
            @Nullable LocalDate newUntil,
            @Nullable LocalDate newReview,
            List<Look> newLooks,
            @Nullable Objection newObjection,
            @Nullable Hand newPolice,
            String newEnd) {
        return new Ruling(
                id,
                appellant,
                number,
                told,
                ground,
                measure,
                days,
                evidence,
                reason,
                proposed,
                newFirst,
                newSecond,
                newState,
                newUntil,
                newReview,
                newLooks,
                newObjection,
                newPolice,
                newEnd);
    }

    static Optional<Refused> no(String words, Object... args) {
        return Optional.of(new Refused(A20, "callermeasures.refused." + words, args));
    }
}
