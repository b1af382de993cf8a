package org.shouwen.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reviews of an article count for the unit that answered for it when they were due, before and after it was handed over. */
class ArticleTermsOfUnitsTest {
    private static KnowledgeFold.Step step(String type, String day, String unit, String reviewBy) {
        return new KnowledgeFold.Step(type, Instant.parse(day + "T04:00:00Z"), unit, LocalDate.parse(reviewBy));
    }

    @Test
    void what_was_due_before_the_hand_over_stays_with_the_unit_that_let_it_lapse() {
        List<Fact> facts = KnowledgeFold.article(
                        List.of(
                                step("Written", "2026-01-01", "draft-owner", "2026-07-01"),
                                step("Published", "2026-01-02", "closed", "2026-03-01"),
                                step("Reviewed", "2026-03-10", "closed", "2026-06-01"),
                                step("HandedOver", "2026-04-01", "successor", "2026-06-01"),
                                step("Reviewed", "2026-06-05", "successor", "2026-09-01")),
                        LocalDate.parse("2026-07-01"))
                .facts();
        assertThat(facts).extracting(Fact::unit).containsExactly("closed", "successor");
    }
}
