package org.shouwen.reporting.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.shouwen.regulation.Pure;

/** Lines of facts as they are to be stored, and by how much they move the sums of days. */
@Pure
final class FactLines {
    /** One of them: the fact of a number of its subject. */
    record Line(UUID subject, int no, Source source, Fact fact) {}

    private final List<Line> lines = new ArrayList<>();
    private final DailySums sums = new DailySums();

    /** Of subjects of which nothing is stored yet. */
    static FactLines of(Map<Source, Map<UUID, Folded>> folded) {
        FactLines all = new FactLines();
        folded.forEach((source, some) -> some.forEach((subject, f) -> all.put(subject, source, f.facts())));
        return all;
    }

    void put(UUID subject, Source source, List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            lines.add(new Line(subject, i, source, facts.get(i)));
            sums.add(facts.get(i), 1);
        }
    }

    DailySums sums() {
        return sums;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    UUID[] subjects() {
        return lines.stream().map(Line::subject).toArray(UUID[]::new);
    }

    int[] ints(ToIntFunction<Line> value) {
        return lines.stream().mapToInt(value).toArray();
    }

    long[] longs(ToLongFunction<Fact> value) {
        return lines.stream().mapToLong(l -> value.applyAsLong(l.fact())).toArray();
    }

    String[] texts(Function<Fact, String> value) {
        return lines.stream().map(l -> value.apply(l.fact())).toArray(String[]::new);
    }
}
