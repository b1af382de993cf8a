package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.appeal.ScopeCase.EDITION;
import static org.shouwen.appeal.ScopeCase.clause;
import static org.shouwen.appeal.ScopeCase.words;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.regulation.Clause;

@DisplayName("Article 8: guided elsewhere, with the right channel named")
class Article08Test {
    @ParameterizedTest
    @CsvSource({
        "party-and-justice,A8_1",
        "discipline,A8_2",
        "police,A8_3",
        "fire-brigade,A8_3",
        "ambulance,A8_3",
        "work-safety,A8_3",
        "sea-rescue,A8_3",
        "civil-dispute,A8_4",
        "legal-course,A8_4",
    })
    void each_target_rests_on_its_clause(String target, Clause clause) {
        assertThat(EDITION.target(target).orElseThrow().basis()).isEqualTo(clause);
        assertThat(AcceptanceScope.refuse(words("complaint"), null, new Disposition.Guided(target, null), EDITION))
                .isEmpty();
    }

    @Test
    void nobody_is_sent_away_without_being_told_where() {
        assertThat(clause(words("complaint"), new Disposition.Guided("", "别处"))).isEqualTo(Clause.A12_3);
    }

    @Test
    void danger_to_life_names_a_number_to_call() {
        assertThat(EDITION.guidance().stream().filter(t -> t.danger()))
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.numbers()).isNotEmpty());
    }
}
