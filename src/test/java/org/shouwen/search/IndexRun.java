package org.shouwen.search;

import java.util.List;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Component;

/** The job of the index, run by hand where a test wants it. */
@Component
public final class IndexRun {
    private final Job job;

    IndexRun(List<Job> jobs) {
        this.job = jobs.stream()
                .filter(j -> j.name().equals("search-index"))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that is committed is in the index afterwards. */
    public void now() {
        job.run();
    }
}
