package org.shouwen.reporting.facts;

import java.util.Arrays;
import java.util.List;
import org.shouwen.regulation.Pure;

/** By what figures are told apart; the code is stored with the sums, the column is the fact's. */
@Pure
public enum Dimension {
    UNIT(1, "unit"),
    CLASS(2, "matter_class"),
    PLACE(3, "place"),
    CHANNEL(4, "channel"),
    HOUR(5, "hour"),
    KIND(6, "kind"),
    /** Of a call: the account of whoever lifted; only supervisors and the Bureau ask for it. */
    AGENT(7, "agent"),
    /** Class and place at once, of what came in alone: from it follows what is rising. Nobody asks by it. */
    CLASS_AND_PLACE(8, "");

    /** Those that figures can be asked by. */
    public static final List<Dimension> ASKED =
            Arrays.stream(values()).filter(d -> d != CLASS_AND_PLACE).toList();

    private static final char BETWEEN = '|';

    private final int code;
    private final String column;

    Dimension(int code, String column) {
        this.code = code;
        this.column = column;
    }

    public int code() {
        return code;
    }

    /** Of {@code reporting.fact}. */
    public String column() {
        return column;
    }

    String key(Fact fact) {
        return switch (this) {
            case UNIT -> fact.unit();
            case CLASS -> fact.heading().matterClass();
            case PLACE -> fact.heading().place();
            case CHANNEL -> fact.heading().channel();
            case HOUR -> Integer.toString(fact.hour());
            case KIND -> fact.heading().kind();
            case AGENT -> fact.agent();
            case CLASS_AND_PLACE ->
                fact.heading().matterClass() + BETWEEN + fact.heading().place();
        };
    }

    /** Whether a case has a part in its sums; a key that most cases lack, or nobody asks for, would only double others. */
    boolean sums(Fact fact, Counted as) {
        return switch (this) {
            case AGENT -> !fact.agent().isEmpty();
            case CLASS_AND_PLACE ->
                as == Counted.TAKEN && !fact.heading().matterClass().isEmpty();
            case UNIT, CLASS, PLACE, CHANNEL, HOUR, KIND -> true;
        };
    }

    /** Class and place of a key of {@link #CLASS_AND_PLACE}. */
    public static List<String> classAndPlace(String key) {
        int at = key.lastIndexOf(BETWEEN);
        return List.of(key.substring(0, at), key.substring(at + 1));
    }
}
