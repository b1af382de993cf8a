package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of what a unit was asked directly is cut like every list: it says so, and its next page begins where it ended. */
@ShouwenTest
@Basis(Clause.A10_1)
class UnitRegisterPagesTest {
    private static final UnitId UNIT = new UnitId("heating");

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Test
    void every_entry_stands_on_one_page_and_none_on_two() {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++)
            taken.add(intake.submit(
                            new NewAppeal(
                                    "phone",
                                    null,
                                    "consultation",
                                    null,
                                    null,
                                    "",
                                    "",
                                    "",
                                    "供热何时开始，第" + i + "问",
                                    "",
                                    false,
                                    false,
                                    Identity.UNNAMED,
                                    (Instant) null,
                                    ""),
                            new Origin("unit:test:" + i, null),
                            Actor.APPELLANT,
                            UNIT)
                    .number());
        List<String> seen = new ArrayList<>();
        After after = null;
        do {
            Page<Appeal> page = appeals.ofUnit(UNIT, after, 2);
            assertThat(page.items()).hasSizeBetween(1, 2);
            page.items().forEach(a -> seen.add(a.number()));
            after = After.parse(page.next());
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(taken);
    }
}
