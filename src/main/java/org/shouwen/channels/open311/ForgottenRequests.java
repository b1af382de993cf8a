package org.shouwen.channels.open311;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** With the appellant goes the way from the public copy to the appeal, and where exactly it was (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenRequests implements Forgets {
    private final RequestStore store;

    ForgottenRequests(RequestStore store) {
        this.store = store;
    }

    @Override
    public int forget(EndedMatter matter) {
        store.forget(matter.appeal());
        return 0;
    }
}
