package org.shouwen.accountability;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;

/**
 * A breach of the first-asked duty, from its opening to the finding and the referral.
 *
 * @param person who in the unit; empty when it is the unit as such
 * @param ground one of the seven of Article 22
 * @param evidence the order's history as it stood at the opening; {@code evidenceSha} its SHA-256
 * @param upheld whether it was verified; null before the finding
 * @param mitigation grounds of Article 24
 * @param second the unit's second or later verified breach within twelve months (23.4, ruling 15)
 * @param referral ground of Article 23; null while not referred
 * @param procedure null for a case of before it was kept: {@link #steps()}
 */
public record Breach(
        UUID id,
        String number,
        UnitId unit,
        String person,
        Clause ground,
        @Nullable String orderNumber,
        String words,
        String evidence,
        String evidenceSha,
        Instant openedAt,
        String openedBy,
        @Nullable Instant heardAt,
        String hearing,
        @Nullable Instant foundAt,
        @Nullable Boolean upheld,
        String finding,
        String sanction,
        List<Clause> mitigation,
        boolean second,
        @Nullable Instant referredAt,
        @Nullable String referredTo,
        @Nullable Clause referral,
        @Nullable Steps procedure) {
    /**
     * Verified breaches of a unit, or of a person in it, within twelve months.
     *
     * @param person empty: of the unit, whoever it was
     * @param unreferred of these, seconds that were not referred yet
     */
    public record Count(UnitId unit, String person, int verified, int unreferred) {}

    private static final Steps NO_STEPS = new Steps(null, null, null, "", null, null, null);

    /** The seven kinds of breach. */
    public static final Set<Clause> GROUNDS = EnumSet.range(Clause.A22_1, Clause.A22_7);
    /** What is referred to 纪委监委 or the procuratorate. */
    public static final Set<Clause> LEADS = EnumSet.range(Clause.A23_1, Clause.A23_4);
    /** What mitigates. */
    public static final Set<Clause> MITIGATING = EnumSet.range(Clause.A24_1, Clause.A24_4);

    public Breach {
        mitigation = List.copyOf(mitigation);
    }

    public Steps steps() {
        return procedure == null ? NO_STEPS : procedure;
    }

    Breach heard(Steps.By by, String words) {
        return copy(
                by.at(),
                words,
                foundAt,
                upheld,
                finding,
                sanction,
                mitigation,
                second,
                referredAt,
                referredTo,
                referral,
                steps().heard(by));
    }

    Breach found(Steps.By by, boolean is, String why, String with, List<Clause> mild, boolean again) {
        return copy(
                heardAt,
                hearing,
                by.at(),
                is,
                why,
                with,
                mild,
                again,
                referredAt,
                referredTo,
                referral,
                steps().found(by));
    }

    Breach referred(Instant at, String to, Clause lead) {
        return copy(heardAt, hearing, foundAt, upheld, finding, sanction, mitigation, second, at, to, lead, procedure);
    }

    Breach with(Steps steps) {
        return copy(
                heardAt,
                hearing,
                foundAt,
                upheld,
                finding,
                sanction,
                mitigation,
                second,
                referredAt,
                referredTo,
                referral,
                steps);
    }

    private Breach copy(
            @Nullable Instant heardAt,
            String hearing,
            @Nullable Instant foundAt,
            @Nullable Boolean upheld,
            String finding,
            String sanction,
            List<Clause> mitigation,
            boolean second,
            @Nullable Instant referredAt,
            @Nullable String referredTo,
            @Nullable Clause referral,
            @Nullable Steps procedure) {
        return new Breach(
                id,
                number,
                unit,
                person,
                ground,
                orderNumber,
                words,
                evidence,
                evidenceSha,
                openedAt,
                openedBy,
                heardAt,
                hearing,
                foundAt,
                upheld,
                finding,
                sanction,
                mitigation,
                second,
                referredAt,
                referredTo,
                referral,
                procedure);
    }
}
