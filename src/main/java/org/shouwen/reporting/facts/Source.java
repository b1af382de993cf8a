package org.shouwen.reporting.facts;

import java.util.Optional;
import org.shouwen.regulation.Pure;

/** Of which kind of history a fact is derived; the code is stored. */
@Pure
public enum Source {
    ORDER(1, "work_order"),
    APPEAL(2, "appeal"),
    CALLBACK(3, "callback"),
    SUPERVISION(4, "supervision"),
    BREACH(5, "breach"),
    CALL(6, "call"),
    MISSED_CALL(7, "missed_call"),
    REPEAT(8, "repeat"),
    UNIT(9, "unit"),
    SHIFT(10, "shift"),
    ARTICLE(11, "article"),
    FLAW(12, "knowledge_flaw"),
    ANSWER_USED(13, "answer_used"),
    WARNING(14, "warning"),
    AGENT_DAY(15, "agent_day");

    private final int code;
    private final String kind;

    Source(int code, String kind) {
        this.code = code;
        this.kind = kind;
    }

    int code() {
        return code;
    }

    /** Kind of the subject in the journal. */
    String kind() {
        return kind;
    }

    /** @throws IllegalArgumentException when no source is stored as this */
    public static Source ofCode(int code) {
        for (Source s : values()) if (s.code == code) return s;
        throw new IllegalArgumentException("no source is stored as " + code);
    }

    static Optional<Source> ofKind(String kind) {
        for (Source s : values()) if (s.kind.equals(kind)) return Optional.of(s);
        return Optional.empty();
    }
}
