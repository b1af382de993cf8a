package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Pure;

/** What is counted of a unit itself: its rules that were filed and had to be (Art. 15), and its upkeep (Art. 4). */
@Pure
final class UnitFold {
    private static final Heading NONE = new Heading("", "", "", "", "");
    private static final Set<String> MADE = Set.of("UnitCreated", "UnitChanged");

    private UnitFold() {}

    /**
     * An entry of its history.
     *
     * @param what of an upkeep: what was looked through; else empty
     * @param active of a unit that was made or changed: whether it has orders from then on
     */
    record Step(String type, Instant at, String what, boolean active) {}

    /**
     * What the Measures ask.
     *
     * @param issued the day from which they hold; {@code every} days of upkeep, by the day
     */
    record Asked(LocalDate issued, List<String> upkeeps, ToIntFunction<LocalDate> every) {}

    static Folded of(String unit, List<Step> steps, Asked asked, Instant now) {
        LocalDate today = day(now);
        LocalDate made =
                steps.stream().map(Step::at).map(UnitFold::day).findFirst().orElse(today);
        LocalDate begins = made.isAfter(asked.issued()) ? made : asked.issued();
        List<Fact> facts = new ArrayList<>();
        List<LocalDate> waits = new ArrayList<>();
        List<Step> filed =
                steps.stream().filter(s -> s.type().equals("RulesFiled")).toList();
        for (int i = 0; i < filed.size(); i++)
            facts.add(Fact.at(filed.get(i).at(), unit, "", NONE).with(Counted.RULES_FILED, i == 0));
        LocalDate due = begins.plusMonths(1);
        boolean inTime = !filed.isEmpty() && !day(filed.getFirst().at()).isAfter(due);
        if (inTime || due.isBefore(today)) {
            if (active(steps, due)) facts.add(Fact.on(due, unit, NONE).with(Counted.RULES_DUE, inTime));
        } else waits.add(due);
        for (String what : asked.upkeeps()) upkeep(what, unit, steps, begins, asked, today, facts, waits);
        return new Folded(facts, again(waits));
    }

    private static void upkeep(
            String what,
            String unit,
            List<Step> steps,
            LocalDate begins,
            Asked asked,
            LocalDate today,
            List<Fact> facts,
            List<LocalDate> waits) {
        List<TermFold.Done> done = steps.stream()
                .filter(s -> s.type().equals("UpkeepDone") && s.what().equals(what))
                .map(s -> day(s.at()))
                .map(d -> new TermFold.Done(d, d.plusDays(asked.every().applyAsInt(d))))
                .toList();
        TermFold.Terms terms = TermFold.of(begins.plusDays(asked.every().applyAsInt(begins)), done, today);
        for (TermFold.Term t : terms.over())
            if (t.inTime() || active(steps, t.day()))
                facts.add(Fact.on(t.day(), unit, NONE).with(Counted.UPKEEP, t.inTime()));
        if (terms.open() != null) waits.add(terms.open());
    }

    /** Whether it had orders at the end of a day; nothing is asked of a unit that was closed by then. */
    private static boolean active(List<Step> steps, LocalDate on) {
        boolean active = true;
        for (Step s : steps) if (MADE.contains(s.type()) && !day(s.at()).isAfter(on)) active = s.active();
        return active;
    }

    /** The morning after the first of these days. */
    static @Nullable Instant again(List<LocalDate> waits) {
        return waits.stream()
                .min(LocalDate::compareTo)
                .map(d -> d.plusDays(1).atStartOfDay(Limits.ZONE).toInstant())
                .orElse(null);
    }

    static LocalDate day(Instant at) {
        return at.atZone(Limits.ZONE).toLocalDate();
    }
}
