package org.shouwen.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/** What else calls for a warning, and how dismissals and two persons change it (Art. 2). */
@Basis(Clause.A2)
class WarningSignalsTest extends AWatchedCity {
    @Test
    void one_person_many_times_is_warned_of_without_keeping_who_it_is() {
        for (String what : List.of("电梯坏了三天没有人修", "路灯不亮", "楼道堆满杂物", "广场舞太吵", "快递乱放", "树枝挡住窗户"))
            said("民生小区" + what, "13955556666");
        assertThat(waiting(Signal.ONE_PERSON)).hasSize(1);
        Warning w = waiting(Signal.ONE_PERSON).getFirst();
        assertThat(w.count()).isEqualTo(6);
        assertThat(WarningStore.FORMAT.write(w)).doesNotContain("13955556666", "甲某");
    }

    @Test
    void a_sensitive_word_is_warned_of_at_once_and_the_list_is_changed_by_two() {
        somebody("我们准备明天去市政府拉横幅");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(1);
        somebody("再不解决就去拉横幅");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(1);

        somebody("小区里有人要集体退费");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(1);
        RuleChange asked = rules.askWord(false, "集体退费", "近期多起", People.BUREAU);
        assertThatThrownBy(() -> rules.rule(asked.id(), true, People.BUREAU))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("warning.refused.second-person"));
        assertThat(rules.current().words()).doesNotContain("集体退费");
        rules.rule(asked.id(), true, People.SUPERVISOR);
        assertThat(rules.current().words()).contains("集体退费");
        somebody("培训班的家长要集体退费");
        assertThat(waiting(Signal.SENSITIVE_WORD)).hasSize(2);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_dismissal_asks_for_one_more_the_next_time_and_says_so() {
        List<String> first = List.of("新建路早市占道，车开不进去", "新建路早市占了整条路", "新建路早市摊位占道没人管");
        for (String words : first) somebody(words);
        Warning w = waiting(Signal.SAME_MATTER).getFirst();
        warnings.rule(w.number(), false, "早市是批准的", People.BUREAU);
        assertThat(rules.taught()).singleElement().satisfies(t -> {
            assertThat(t.signal()).isEqualTo(Signal.SAME_MATTER);
            assertThat(t.now()).isEqualTo(t.least() + t.more());
            assertThat(t.dismissed()).isEqualTo(1);
        });
        for (String words : List.of("福春街井盖晃得厉害，车过就响", "福春街的井盖晃动，夜里响得睡不着", "福春街井盖响，车一过就晃")) somebody(words);
        assertThat(waiting(Signal.SAME_MATTER)).isEmpty();
        somebody("福春街井盖一过车就响，晃动");
        assertThat(waiting(Signal.SAME_MATTER))
                .singleElement()
                .satisfies(next -> assertThat(next.evidence().threshold()).isEqualTo(4));
    }

    @Test
    void an_urgent_kind_again_at_one_address_is_warned_of() {
        for (int i = 0; i < 2; i++) {
            intake.submit(
                    AnAppeal.saying(i == 0 ? "楼上返水，家里全淹了" : "下水又返上来了，返水没人管")
                            .place("210603")
                            .location("示例路12号3单元")
                            .by(Identity.of("己某", "1371111000" + i, "", "")),
                    Origin.portal(null),
                    Actor.APPELLANT);
            clock.pass(Duration.ofSeconds(20));
            watch.run();
        }
        assertThat(waiting(Signal.URGENT_TWICE))
                .singleElement()
                .satisfies(w -> assertThat(w.count()).isEqualTo(2));
    }
}
