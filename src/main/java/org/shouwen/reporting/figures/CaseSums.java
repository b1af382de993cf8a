package org.shouwen.reporting.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.facts.Counted;

/** How many cases of each kind there are in a period, raw and adjusted, and with which values. */
@Pure
public final class CaseSums {
    /** What is summed, in this order. */
    record Four(long counted, long met, long adjusted, long adjustedMet) {
        Four plus(Four other) {
            return new Four(
                    counted + other.counted,
                    met + other.met,
                    adjusted + other.adjusted,
                    adjustedMet + other.adjustedMet);
        }
    }

    /** @param taken cases of a place with all that lies in it; {@code inhabitants} who live there */
    record Inhabited(long taken, long inhabitants) {}

    private final Map<Counted, TreeMap<Integer, Four>> cases = new EnumMap<>(Counted.class);
    private final Map<Counted, People> people = new EnumMap<>(Counted.class);

    @Nullable
    private Inhabited inhabited;

    void add(Counted as, int value, Four sums) {
        cases.computeIfAbsent(as, _ -> new TreeMap<>()).merge(value, sums, Four::plus);
    }

    /** Adds all that another has. People and inhabitants do not add up: of a sum nobody knows them any more. */
    public void add(CaseSums other) {
        people.clear();
        inhabited = null;
        other.cases.forEach((as, values) -> values.forEach((value, four) -> add(as, value, four)));
    }

    /** How many cases a part has; {@code adjusted} without what rulings took out. */
    public long count(Part part, boolean adjusted) {
        long n = 0;
        for (Four f : values(part.as()).values()) {
            long counted = adjusted ? f.adjusted() : f.counted();
            long met = adjusted ? f.adjustedMet() : f.met();
            n += switch (part.which()) {
                case COUNTED -> counted;
                case MET -> met;
                case MISSED -> counted - met;
            };
        }
        return n;
    }

    void people(Counted as, People known) {
        people.put(as, known);
    }

    /** How many people brought the cases; null where that was not asked. */
    @Nullable
    People people(Counted as) {
        return people.get(as);
    }

    void inhabited(@Nullable Inhabited of) {
        inhabited = of;
    }

    /** Null where nobody has said how many live there. */
    @Nullable
    Inhabited inhabited() {
        return inhabited;
    }

    /** By value, how many cases have it. */
    SortedMap<Integer, Long> histogram(Counted as, boolean adjusted) {
        TreeMap<Integer, Long> by = new TreeMap<>();
        values(as).forEach((value, f) -> {
            long n = adjusted ? f.adjusted() : f.counted();
            if (n > 0) by.put(value, n);
        });
        return by;
    }

    private SortedMap<Integer, Four> values(Counted as) {
        return cases.getOrDefault(as, new TreeMap<>());
    }
}
