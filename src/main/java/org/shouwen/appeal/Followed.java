package org.shouwen.appeal;

import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Refused;

/** What became of something that the appellant did with their own appeal. */
public sealed interface Followed {
    record Done() implements Followed {}

    record No(Refused refused) implements Followed {}

    default void orThrow() {
        if (this instanceof No(Refused r))
            throw new Refusal(r.under().name(), r.under().citation(), r.key(), r.args());
    }
}
