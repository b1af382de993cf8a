package org.shouwen.reporting.evaluation;

import java.time.Duration;
import java.util.Optional;
import org.shouwen.jobs.Job;
import org.shouwen.reporting.facts.FactKeeper;
import org.springframework.stereotype.Component;

/** Works out each adopted scheme again that is not published yet, so that a morning begins with yesterday's draft. */
@Component
class DraftJob implements Job {
    private final Evaluations evaluations;
    private final Publications publications;
    private final FactKeeper facts;

    DraftJob(Evaluations evaluations, Publications publications, FactKeeper facts) {
        this.evaluations = evaluations;
        this.publications = publications;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "evaluation-drafts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        facts.run();
        evaluations.drafts(s -> publications.latest(s.id()).equals(Optional.empty()));
    }
}
