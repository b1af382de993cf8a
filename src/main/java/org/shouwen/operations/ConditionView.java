package org.shouwen.operations;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The conditions as the administrator's page shows them: what needs somebody first. */
@Component
public class ConditionView {
    private final ProductWatch watch;

    ConditionView(ProductWatch watch) {
        this.watch = watch;
    }

    /**
     * A line of the page.
     *
     * @param what code of the condition, for its words
     * @param figure what was measured
     */
    public record Line(String what, boolean good, boolean down, String figure) {}

    public List<Line> lines() {
        return watch.look().conditions().stream()
                .sorted(Comparator.comparing(Condition::level).reversed())
                .map(c -> new Line(
                        c.what(), c.level() == Condition.Level.GOOD, c.level() == Condition.Level.DOWN, c.figure()))
                .toList();
    }
}
