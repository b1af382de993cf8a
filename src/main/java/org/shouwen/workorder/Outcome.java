package org.shouwen.workorder;

import org.shouwen.regulation.Refused;

/** What became of a command that someone gave. */
public sealed interface Outcome {
    /** @param version to be shown as ETag and sent back with the next command */
    record Done(String number, WorkOrder.State state, long version) implements Outcome {}

    record No(Refused refused) implements Outcome {}

    /** For callers that have nothing better to do with a refusal than to show it. */
    default Done orThrow() {
        return switch (this) {
            case Done done -> done;
            case No(Refused r) -> throw r.toRefusal();
        };
    }
}
