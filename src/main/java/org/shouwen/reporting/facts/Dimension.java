package org.shouwen.reporting.facts;

import java.util.function.Function;
import org.shouwen.regulation.Pure;

/** By what figures are told apart; the code is stored with the sums, the column is the fact's. */
@Pure
public enum Dimension {
    UNIT(1, "unit", Fact::unit),
    CLASS(2, "matter_class", f -> f.heading().matterClass()),
    PLACE(3, "place", f -> f.heading().place()),
    CHANNEL(4, "channel", f -> f.heading().channel()),
    HOUR(5, "hour", f -> Integer.toString(f.hour())),
    KIND(6, "kind", f -> f.heading().kind());

    private final int code;
    private final String column;
    private final Function<Fact, String> key;

    Dimension(int code, String column, Function<Fact, String> key) {
        this.code = code;
        this.column = column;
        this.key = key;
    }

    public int code() {
        return code;
    }

    /** Of {@code reporting.fact}. */
    public String column() {
        return column;
    }

    String key(Fact fact) {
        return key.apply(fact);
    }
}
