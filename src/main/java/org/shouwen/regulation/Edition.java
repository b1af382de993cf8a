package org.shouwen.regulation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The numbers and lists of a regulation as dated data: a jurist reads and changes the YAML, no code changes. An order
 * keeps the edition under which it was dispatched (Art. 26, "Editions").
 *
 * @param id such as {@code dandong-2026}
 * @param effective first day on which appeals and dispatches fall under it
 * @param receipt limit to receive, from dispatch (Art. 13.1)
 * @param closingTime when the last day ends; 24:00 is written as {@code 00:00} of the next day and held as {@link
 *     LocalTime#MIDNIGHT}
 * @param extensionDays working days that all extensions of an order may add up to (Art. 13.3)
 */
@Basis(Clause.A26)
public record Edition(
        String id,
        String city,
        String title,
        LocalDate effective,
        LocalTime closingTime,
        Limit receipt,
        List<LimitClass> limitClasses,
        int extensionDays,
        ReturnProfile returns,
        List<Named> kinds,
        List<UrgentKind> urgentKinds,
        List<Target> guidance,
        List<Named> declineGrounds,
        List<Named> channels,
        CallbackRules callback,
        SupervisionLimits supervision,
        NuisanceRules nuisance,
        int upkeepDays,
        RetentionTerms retention) {

    /**
     * Class of an order (咨询 / 一般 / 疑难) with its limit, from dispatch (Art. 13.2).
     *
     * @param assist when an assisting unit owes its part, from dispatch (our reading of Art. 13.5)
     */
    public record LimitClass(String code, String name, String nameEn, Limit limit, Limit assist, boolean mustBeDone) {}

    /** A code with its words. */
    public record Named(String code, String name, String nameEn, Clause basis) {}

    /** One of the urgent kinds with the words that give it away while typing (Art. 17). */
    public record UrgentKind(String code, String name, String nameEn, Clause basis, List<String> words) {}

    /** Where a person is guided, and the numbers to call; {@code danger} is shown largest, at once (Art. 8). */
    public record Target(
            String code, String name, String nameEn, Clause basis, List<String> numbers, String tell, boolean danger) {}

    /** How many in a hundred closed orders are called back, and after how many tries one is unreached (Art. 14). */
    public record CallbackRules(int ratePercent, int tries) {}

    /** Until when a first and a second supervision are answered (Art. 16 leaves it to the platform). */
    public record SupervisionLimits(Limit first, Limit second) {}

    /**
     * Measures against nuisance calls (Art. 20 leaves the numbers to the platform).
     *
     * @param mostDays the longest term
     * @param reviewDays after so many days in force it is looked at again
     * @param invalid so many declined appeals within {@code withinDays} make the platform propose, never decide
     */
    public record NuisanceRules(int mostDays, int reviewDays, int invalid, int withinDays) {}

    /**
     * How long what identifies people is kept (the regulation leaves it to the platform).
     *
     * @param identityYears after the matter has ended
     * @param fileYears photos and recordings, after the matter has ended
     * @param ipDays network addresses, after they came; the law wants logs for six months (Cybersecurity Law, Art. 23)
     * @param draftDays what an officer typed and did not send
     */
    public record RetentionTerms(int identityYears, int fileYears, int ipDays, int draftDays) {}

    /** How a unit may send an order back (Art. 13.6, ruling 12). */
    public record ReturnProfile(String kind, Limit within) {
        static final List<String> KINDS = List.of("strict", "objection-review");

        /** The draft's own profile: three papers. The other is objection review 派单异议审核: the unit's reasons do. */
        public boolean strict() {
            return kind.equals("strict");
        }
    }

    public Optional<LimitClass> limitClass(String code) {
        return limitClasses.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public Optional<Named> kind(String code) {
        return named(kinds, code);
    }

    public Optional<Named> declineGround(String code) {
        return named(declineGrounds, code);
    }

    public Optional<Named> channel(String code) {
        return named(channels, code);
    }

    public Optional<Target> target(String code) {
        return guidance.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** What somebody is told to call (Art. 8.3); the target's code where no number is known. */
    public String numberOf(String target) {
        return target(target).flatMap(t -> t.numbers().stream().findFirst()).orElse(target);
    }

    private static Optional<Named> named(List<Named> list, String code) {
        return list.stream().filter(n -> n.code().equals(code)).findFirst();
    }
}
