package org.shouwen.search;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/**
 * The index holds what people said, and vectors that lead back to it: with the person it forgets all of it, in the same
 * transaction (Art. 21).
 */
@Component
@Basis(Clause.A21)
class ForgottenThings implements Forgets {
    private final ThingStore things;
    private final MeaningStore meanings;

    ForgottenThings(ThingStore things, MeaningStore meanings) {
        this.things = things;
        this.meanings = meanings;
    }

    @Override
    public int forget(EndedMatter matter) {
        things.forget(matter.appeal());
        // after the words: a vector that is being stored meanwhile holds their rows
        meanings.forget(matter.appeal());
        return 0;
    }
}
