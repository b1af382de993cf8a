package org.shouwen.reporting.briefs;

import java.time.Duration;
import org.shouwen.history.Actor;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Component;

/** Makes each brief on its day, or as soon after it as the product runs. */
@Component
class BriefJob implements Job {
    private final Briefs briefs;
    private final BriefPlans plans;

    BriefJob(Briefs briefs, BriefPlans plans) {
        this.briefs = briefs;
        this.plans = plans;
    }

    @Override
    public String name() {
        return "reporting-briefs";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        for (BriefPlan plan : plans.all()) if (plan.active()) briefs.make(plan.kind(), Actor.SYSTEM);
    }
}
