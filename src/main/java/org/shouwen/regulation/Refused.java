package org.shouwen.regulation;

import java.util.List;
import org.shouwen.problems.Refusal;

/**
 * A lawful "no", as a value: which clause stands against it, and a message key with its arguments that tells the
 * person what to do instead. Tests assert the clause, never the wording.
 */
public record Refused(Clause under, String key, List<Object> args) {
    public Refused {
        args = List.copyOf(args);
    }

    public Refused(Clause under, String key, Object... args) {
        this(under, key, List.of(args));
    }

    /** On its way out to screen or API, for callers that have nothing better to do with it. */
    public Refusal toRefusal() {
        return new Refusal(under.name(), under.citation(), key, args);
    }
}
