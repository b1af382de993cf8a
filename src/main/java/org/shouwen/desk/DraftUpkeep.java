package org.shouwen.desk;

import java.time.Duration;
import java.time.InstantSource;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of forms by themselves: some go, and none stays under an old key. */
@Component
@Transactional
public class DraftUpkeep implements Job {
    private final DraftStore store;
    private final InstantSource clock;

    DraftUpkeep(DraftStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "drafts-under-the-new-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /**
     * Numbers of calls that nobody took go, and what was cleared or sent a day ago. After a rotation of keys drafts don't
     * stay under the old one; one that changes meanwhile is under the new one.
     */
    @Override
    public void run() {
        store.clear(clock.instant());
        store.hideAnew();
    }
}
