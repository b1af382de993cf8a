package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.appeal.ScopeCase.EDITION;
import static org.shouwen.appeal.ScopeCase.clause;
import static org.shouwen.appeal.ScopeCase.words;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.regulation.Clause;

@DisplayName("Article 9: declined, with the reason")
class Article09Test {
    @ParameterizedTest
    @ValueSource(strings = {"vague", "repeated", "abusive", "untrue", "concluded"})
    void on_each_of_its_grounds(String ground) {
        assertThat(EDITION.declineGround(ground).orElseThrow().basis()).isEqualTo(Clause.A9);
        assertThat(AcceptanceScope.refuse(words("complaint"), null, new Disposition.Declined(ground, "已当面说明"), EDITION))
                .isEmpty();
    }

    @Test
    void on_no_other_ground() {
        assertThat(clause(words("complaint"), new Disposition.Declined("too-busy", "忙")))
                .isEqualTo(Clause.A9);
    }

    @Test
    void a_reminder_names_the_order() {
        assertThat(clause(words("complaint"), new Disposition.Reminded(null, "快一点")))
                .isEqualTo(Clause.A9);
    }
}
