package org.shouwen.operations;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The conditions as the administrator's page shows them: what needs somebody first. */
@Component
public class ConditionView {
    /** What is measured of these is a code and says nothing more than the line itself. */
    private static final Set<String> CODES = Set.of("keys", "standby", "store");

    /** What is measured of these is a time in seconds. */
    private static final Set<String> TIMES = Set.of("clock", "stepped", "sweep", "late", "outbox", "alarms");

    private final ProductWatch watch;

    ConditionView(ProductWatch watch) {
        this.watch = watch;
    }

    /**
     * A line of the page.
     *
     * @param what code of the condition, for its words
     * @param figure what was measured, in its own unit; empty where nothing is, or where it says nothing to a person
     * @param moment the same where it is one
     * @param seconds the same where it is a time
     */
    public record Line(
            String what,
            boolean good,
            boolean down,
            String figure,
            @Nullable Instant moment,
            @Nullable Long seconds) {}

    public List<Line> lines() {
        return watch.look().conditions().stream()
                .sorted(Comparator.comparing(Condition::level).reversed())
                .map(ConditionView::line)
                .toList();
    }

    static Line line(Condition c) {
        return new Line(
                c.what(),
                c.level() == Condition.Level.GOOD,
                c.level() == Condition.Level.DOWN,
                CODES.contains(c.what()) ? "" : c.figure(),
                moment(c.figure()),
                TIMES.contains(c.what()) && !c.figure().isEmpty() ? Long.valueOf(c.figure()) : null);
    }

    private static @Nullable Instant moment(String figure) {
        try {
            return Instant.parse(figure);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
