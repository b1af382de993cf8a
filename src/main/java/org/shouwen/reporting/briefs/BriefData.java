package org.shouwen.reporting.briefs;

import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * The figures of a brief as they were when it was made; nobody edits them. Holds no person.
 *
 * @param days and {@code classes} what is drawn
 * @param risings what came clearly more often than usual, most unusual first
 * @param late units with orders over their limit
 */
@Pure
public record BriefData(List<Row> figures, List<Bar> days, List<Bar> classes, List<Rise> risings, List<Late> late) {
    public BriefData {
        figures = List.copyOf(figures);
        days = List.copyOf(days);
        classes = List.copyOf(classes);
        risings = List.copyOf(risings);
        late = List.copyOf(late);
    }

    /** @param now as shown; {@code before} likewise of the time before; {@code over} and {@code cases} of now */
    public record Row(String figure, int version, String name, String now, String before, long over, long cases) {}

    /** @param before the same of the time before */
    public record Bar(String name, long now, long before) {}

    /** @param place empty: the whole city */
    public record Rise(String matter, String place, long seen, double expected) {
        public String where() {
            return place.isEmpty() ? matter : place + "·" + matter;
        }
    }

    /** Open orders of a unit that are over the limit of handling or receipt. */
    public record Late(String unit, long handling, long receipt, long open) {}

    /** Whether it had a case in this time. */
    boolean measured(String figure) {
        return figures.stream().anyMatch(r -> r.figure().equals(figure) && r.cases() > 0);
    }

    String shown(String figure) {
        return figures.stream()
                .filter(r -> r.figure().equals(figure))
                .map(Row::now)
                .findFirst()
                .orElse("–");
    }

    long over(String figure) {
        return figures.stream()
                .filter(r -> r.figure().equals(figure))
                .mapToLong(Row::over)
                .findFirst()
                .orElse(0);
    }

    /** What was taken in the time before. */
    long takenBefore() {
        return days.stream().mapToLong(Bar::before).sum();
    }
}
