package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a short text is: a wish for no more messages, a judgement, an addition, or a matter of its own. */
class InboundDecisionTest {
    private static final InboundDecision.Own OPEN = new InboundDecision.Own("20261123-000001", false);
    private static final InboundDecision.Own CLOSED = new InboundDecision.Own("20261123-000002", true);

    @ParameterizedTest
    @ValueSource(strings = {"TD", "T", "td。", "退订", " 退订 ", "ＴＤ", "回T退订"})
    void the_wish_for_no_more_messages_is_never_an_appeal(String text) {
        assertThat(InboundDecision.of(text, null, CLOSED)).isEqualTo(new InboundDecision.OptOut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"退订宽带没人管，还在扣费", "T字路口的路灯不亮", "1号楼停水三天了", "满意度调查电话太多", "2单元电梯困人"})
    void a_matter_that_only_begins_like_one_is_a_matter(String text) {
        assertThat(InboundDecision.of(text, null, CLOSED)).isEqualTo(new InboundDecision.Open());
    }

    @Test
    void a_bare_judgement_is_of_what_its_sender_was_told_last() {
        assertThat(InboundDecision.of("满意", null, CLOSED))
                .isEqualTo(new InboundDecision.Rate("20261123-000002", true, ""));
        assertThat(InboundDecision.of("2", null, CLOSED))
                .isEqualTo(new InboundDecision.Rate("20261123-000002", false, ""));
        assertThat(InboundDecision.of("满意", null, null)).isEqualTo(new InboundDecision.Open());
        assertThat(InboundDecision.of("满意", null, OPEN)).isEqualTo(new InboundDecision.Open());
    }

    @Test
    void with_its_number_a_judgement_may_give_its_reason() {
        assertThat(InboundDecision.of("20261123-000002 不满意，还是没有暖气", CLOSED, null))
                .isEqualTo(new InboundDecision.Rate("20261123-000002", false, "不满意，还是没有暖气"));
        assertThat(InboundDecision.of("20261123-000002 又停了", CLOSED, null))
                .isEqualTo(new InboundDecision.Add("20261123-000002"));
        assertThat(InboundDecision.of("不满意", OPEN, null)).isEqualTo(new InboundDecision.Add("20261123-000001"));
    }
}
