package org.shouwen.search;

import java.util.UUID;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.suggestion.PersonalStore;
import org.springframework.stereotype.Component;

/** The index holds what people said: with the person it forgets all of it, in the same transaction (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenThings implements PersonalStore {
    private final ThingStore things;

    ForgottenThings(ThingStore things) {
        this.things = things;
    }

    @Override
    public String store() {
        return "检索索引 search index";
    }

    @Override
    public void forget(UUID appeal) {
        things.forget(appeal);
    }

    @Override
    public boolean holds(UUID appeal) {
        return things.holds(appeal);
    }
}
