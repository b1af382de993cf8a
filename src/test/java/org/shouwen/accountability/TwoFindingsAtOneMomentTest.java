package org.shouwen.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.AtOneMoment;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** 23.4: of two findings about a unit at one moment one is the second within twelve months, and alarms by itself. */
@ShouwenTest
class TwoFindingsAtOneMomentTest {
    private static final CurrentUser OPENER = People.person("开", null, Role.BUREAU);
    private static final CurrentUser HEARER = People.person("听", null, Role.BUREAU);
    private static final CurrentUser FINDER = People.person("认", null, Role.BUREAU);

    @Autowired
    Accountability accountability;

    @Autowired
    BreachesOfTheYear year;

    @Autowired
    AtOneMoment together;

    @Autowired
    TestClock clock;

    private String heard(String unit) {
        String number = accountability
                .open(unit, "", Clause.A22_1, null, "首问未受理", OPENER)
                .number();
        accountability.hear(number, "已听取", HEARER);
        return number;
    }

    private Breach found(String number) {
        return accountability.find(number, true, "属实", "通报", List.of(), FINDER);
    }

    @Test
    void one_of_two_is_the_second_and_waits_to_be_referred() throws Exception {
        clock.set("2026-09-30T10:00");
        String one = heard("housing");
        String two = heard("housing");
        Breach second = together.first(() -> found(one), () -> found(two)).get();
        assertThat(accountability.get(one, FINDER).second()).isFalse();
        assertThat(second.second()).isTrue();
        assertThat(year.toRefer(FINDER)).contains(two).doesNotContain(one);
    }

    @Test
    void findings_about_two_units_do_not_wait_for_each_other_and_are_firsts() throws Exception {
        clock.set("2026-09-30T10:00");
        String one = heard("heating");
        String other = heard("zhenxing");
        Breach second = together.first(() -> found(one), () -> found(other)).get();
        assertThat(second.second()).isFalse();
    }
}
