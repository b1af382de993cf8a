package org.shouwen.regulation;

import java.util.List;

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
}
