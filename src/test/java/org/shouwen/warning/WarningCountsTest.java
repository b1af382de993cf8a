package org.shouwen.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** Counts that are far above what is to be expected are warned of (Art. 2). */
@Basis(Clause.A2)
class WarningCountsTest extends AWatchedCity {
    @Autowired
    CountWatch counts;

    @Autowired
    Cases cases;

    @Autowired
    List<Job> jobs;

    private void dark(int number, int from) {
        for (int i = from; i < from + number; i++)
            intake.submit(
                    AnAppeal.saying("第" + i + "盏路灯不亮")
                            .matterClass("road-light")
                            .place("210602")
                            .by(Identity.of("庚某", "136%08d".formatted(i), "", "")),
                    Origin.portal(null),
                    Actor.APPELLANT);
        clock.pass(Duration.ofSeconds(20));
        counted();
    }

    private void counted() {
        jobs.stream().filter(j -> j.name().equals("reporting-facts")).forEach(Job::run);
        counts.run();
    }

    @Test
    void a_class_that_comes_far_more_often_than_in_eight_weeks_is_warned_of_and_grows() {
        for (int week = 0; week < 8; week++) {
            dark(5, 100 * (week + 1));
            clock.pass(Duration.ofDays(7));
        }
        assertThat(waiting(Signal.CLASS_PLACE)).isEmpty();
        dark(7, 1000);
        assertThat(waiting(Signal.CLASS_PLACE)).as("seven where five are usual").isEmpty();
        dark(20, 2000);
        assertThat(waiting(Signal.CLASS_PLACE)).singleElement().satisfies(w -> {
            assertThat(w.matterClass()).isEqualTo("road-light");
            assertThat(w.place()).isEqualTo("210602");
            assertThat(w.evidence().seen()).isEqualTo(27);
            assertThat(w.evidence().expected()).isBetween(4.0, 6.0);
            assertThat(w.count()).isEqualTo(27);
        });
        dark(1, 3000);
        assertThat(waiting(Signal.CLASS_PLACE))
                .singleElement()
                .satisfies(w -> assertThat(w.count()).isEqualTo(28));
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_unit_that_gets_more_than_it_closes_is_warned_of_from_as_many_on_as_two_persons_said() {
        for (int i = 0; i < 4; i++) cases.aCase().dispatchedTo("heating");
        counted();
        assertThat(waiting(Signal.UNIT_BACKLOG)).isEmpty();
        RuleChange asked = rules.askRule(new SignalRule(Signal.UNIT_BACKLOG, 4, 7, 1.5), "供暖季先盯紧", People.BUREAU);
        rules.rule(asked.id(), true, People.SUPERVISOR);
        counted();
        counted();
        assertThat(waiting(Signal.UNIT_BACKLOG)).singleElement().satisfies(w -> {
            assertThat(w.unit()).isEqualTo("heating");
            assertThat(w.evidence().seen()).isGreaterThanOrEqualTo(4);
        });
    }
}
