package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.appeal.ScopeCase.EDITION;
import static org.shouwen.appeal.ScopeCase.clause;
import static org.shouwen.appeal.ScopeCase.words;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.shouwen.regulation.Clause;

@DisplayName("Article 12: what the desk does at once")
class Article12Test {
    @Nested
    class Item_1_answered_at_once {
        @Test
        void with_the_answer_kept() {
            assertThat(AcceptanceScope.refuse(
                            words("consultation"), null, new Disposition.Answered("周一至周五办理"), EDITION))
                    .isEmpty();
        }

        @Test
        void not_without_an_answer() {
            assertThat(clause(words("consultation"), new Disposition.Answered("  ")))
                    .isEqualTo(Clause.A12_1);
        }
    }

    @Nested
    class Item_3_the_reason_is_told {
        @Test
        void declining_without_a_reason_is_refused() {
            assertThat(clause(words("complaint"), new Disposition.Declined("vague", "")))
                    .isEqualTo(Clause.A12_3);
        }
    }

    @Nested
    class Item_4_place_time_or_course_missing {
        private final Disposition declined = new Disposition.Declined("no-particulars", "请问清地点后再反映");

        @Test
        void may_be_declined_where_the_place_is_missing() {
            assertThat(AcceptanceScope.refuse(words("complaint", "", "昨天", "有人乱停车很多天了没人管"), null, declined, EDITION))
                    .isEmpty();
        }

        @Test
        void may_be_declined_where_the_time_is_missing() {
            assertThat(AcceptanceScope.refuse(words("complaint", "某路", "", "有人乱停车很多天了没人管"), null, declined, EDITION))
                    .isEmpty();
        }

        @Test
        void may_be_declined_where_the_course_is_missing() {
            assertThat(AcceptanceScope.refuse(words("complaint", "某路", "昨天", "乱停车"), null, declined, EDITION))
                    .isEmpty();
        }

        @Test
        void not_where_all_three_are_given() {
            assertThat(clause(words("complaint"), declined)).isEqualTo(Clause.A12_4);
        }
    }

    @Nested
    class Item_5_one_outcome {
        @Test
        void a_second_is_refused() {
            assertThat(AcceptanceScope.refuse(
                                    words("complaint"),
                                    new Disposition.Answered("已答"),
                                    new Disposition.Ordered(null, null, null),
                                    EDITION)
                            .orElseThrow()
                            .under())
                    .isEqualTo(Clause.A12_5);
        }

        @Test
        void an_urgent_kind_must_be_one_of_the_editions() {
            assertThat(clause(words("livelihood"), new Disposition.Ordered(null, null, "volcano")))
                    .isEqualTo(Clause.A17_9);
        }
    }
}
