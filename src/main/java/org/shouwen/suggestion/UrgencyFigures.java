package org.shouwen.suggestion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how well judgements of urgency meet what people said of the same texts. Recall is over the rows that are not {@code
 * none}, precision over the answers that are not {@code none}; a wrong kind is a miss and a false alarm.
 */
final class UrgencyFigures {
    private static final class Count {
        int rows;
        int met;
        int answers;
        int right;
    }

    private final Map<String, Count> kinds = new TreeMap<>();
    private int none;
    private int falseAlarms;

    /**
     * Counts one row.
     *
     * @param kind what people said: a kind, {@code danger} or {@code none}
     * @param alt what they would accept as well; empty when nothing
     * @return whether the answer is right
     */
    boolean add(String kind, String alt, String answer) {
        boolean right = answer.equals(kind) || (!alt.isEmpty() && answer.equals(alt));
        if (!kind.equals(UrgencyJudgement.NONE)) {
            Count c = count(kind);
            c.rows++;
            if (right) c.met++;
        } else {
            none++;
            if (!answer.equals(UrgencyJudgement.NONE)) falseAlarms++;
        }
        if (!answer.equals(UrgencyJudgement.NONE)) {
            Count c = count(answer);
            c.answers++;
            if (right) c.right++;
        }
        return right;
    }

    private Count count(String kind) {
        return kinds.computeIfAbsent(kind, k -> new Count());
    }

    double recall() {
        return share(
                kinds.values().stream().mapToInt(c -> c.met).sum(),
                kinds.values().stream().mapToInt(c -> c.rows).sum());
    }

    double precision() {
        return share(
                kinds.values().stream().mapToInt(c -> c.right).sum(),
                kinds.values().stream().mapToInt(c -> c.answers).sum());
    }

    double dangerRecall() {
        Count c = kinds.getOrDefault(UrgencyJudgement.DANGER, new Count());
        return share(c.met, c.rows);
    }

    /** Share of the rows {@code none} that got an alarm. */
    double falseAlarmShare() {
        return share(falseAlarms, none);
    }

    /** The figures in the order and with the names of {@code evaluate urgent}; shares have four decimals. */
    Map<String, Object> asMap() {
        Map<String, Object> each = new LinkedHashMap<>();
        kinds.forEach((code, c) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("recall", share(c.met, c.rows));
            one.put("precision", share(c.right, c.answers));
            one.put("rows", c.rows);
            each.put(code, one);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("recall", recall());
        all.put("precision", precision());
        all.put("dangerRecall", dangerRecall());
        all.put("falseAlarmShare", falseAlarmShare());
        all.put("kinds", each);
        return all;
    }

    /** A share of nothing is 0. */
    private static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
