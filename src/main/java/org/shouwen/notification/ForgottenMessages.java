package org.shouwen.notification;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** Masks what an appellant was told, when their term has run out (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenMessages implements Forgets {
    private final Outbox outbox;
    private final Threads threads;
    private final Wishes wishes;

    ForgottenMessages(Outbox outbox, Threads threads, Wishes wishes) {
        this.wishes = wishes;
        this.outbox = outbox;
        this.threads = threads;
    }

    @Override
    public int forget(EndedMatter matter) {
        outbox.forget(matter.number(), matter.appellant(), matter.scrub()::of);
        threads.forget(matter.number());
        wishes.forget(matter.appellant());
        return 0;
    }
}
