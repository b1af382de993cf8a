package org.shouwen.appeal;

import org.shouwen.regulation.Refused;

/** What became of an officer's decision. */
public sealed interface Decided {
    record Done(Receipt receipt) implements Decided {}

    record No(Refused refused) implements Decided {}

    /** For callers that have nothing better to do with a refusal than to show it. */
    default Receipt orThrow() {
        return switch (this) {
            case Done(Receipt receipt) -> receipt;
            case No(Refused r) -> throw r.toRefusal();
        };
    }
}
