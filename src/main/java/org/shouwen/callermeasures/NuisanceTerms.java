package org.shouwen.callermeasures;

import java.time.Duration;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends without anybody's act (Art. 20). */
@Service
@Transactional
class NuisanceTerms implements Job {
    private final RulingStore store;
    private final RulingBook book;

    NuisanceTerms(RulingStore store, RulingBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public String name() {
        return "nuisance-terms";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Terms end by themselves, and the person is told; the number is forgotten when the person is. */
    @Override
    public void run() {
        for (UUID id : store.outOfTerm(book.today())) {
            Ruling r = book.locked(id);
            if (r.state() == Ruling.State.IN_FORCE) book.ended(r.ended("期满"), Actor.SYSTEM);
        }
        for (Ruling r : store.forgetNumbers()) book.record(r, Actor.SYSTEM, "NumberForgotten");
    }
}
