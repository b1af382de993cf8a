package org.shouwen.channels.boards;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** With the appellant goes the board's number, under which the board knows who it was (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenPosts implements Forgets {
    private final PostStore store;

    ForgottenPosts(PostStore store) {
        this.store = store;
    }

    @Override
    public int forget(EndedMatter matter) {
        store.forget(matter.appeal());
        return 0;
    }
}
