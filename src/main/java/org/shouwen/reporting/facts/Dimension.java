package org.shouwen.reporting.facts;

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
    AGENT(7, "agent");

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
        };
    }
}
