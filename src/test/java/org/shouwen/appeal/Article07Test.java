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

@DisplayName("Article 7: what the platform takes")
class Article07Test {
    @ParameterizedTest
    @CsvSource({
        "consultation,A7_1",
        "livelihood,A7_2",
        "service,A7_3",
        "complaint,A7_4",
        "suggestion,A7_5",
    })
    void each_of_the_five_kinds_may_become_an_order(String kind, Clause clause) {
        assertThat(EDITION.kind(kind).orElseThrow().basis()).isEqualTo(clause);
        assertThat(AcceptanceScope.refuse(words(kind), null, new Disposition.Ordered(null, null, null), EDITION))
                .isEmpty();
    }

    @Test
    void what_is_of_no_kind_becomes_no_order() {
        assertThat(clause(words("gossip"), new Disposition.Ordered(null, null, null)))
                .isEqualTo(Clause.A12_2);
    }
}
