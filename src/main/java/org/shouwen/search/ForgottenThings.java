package org.shouwen.search;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** The index holds what people said: with the person it forgets all of it, in the same transaction (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenThings implements Forgets {
    private final ThingStore things;

    ForgottenThings(ThingStore things) {
        this.things = things;
    }

    @Override
    public int forget(EndedMatter matter) {
        things.forget(matter.appeal());
        return 0;
    }
}
