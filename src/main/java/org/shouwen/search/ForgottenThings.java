package org.shouwen.search;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.dao.DataAccessException;
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
    private final IndexMending mending;

    ForgottenThings(ThingStore things, MeaningStore meanings, IndexMending mending) {
        this.things = things;
        this.meanings = meanings;
        this.mending = mending;
    }

    @Override
    public int forget(EndedMatter matter) {
        try {
            things.forget(matter.appeal());
            // after the words: a vector that is being stored meanwhile holds their rows
            meanings.forget(matter.appeal());
        } catch (DataAccessException e) {
            // whole again when the person is forgotten next time: nothing is forgotten in part
            mending.noted(e);
            throw e;
        }
        return 0;
    }
}
