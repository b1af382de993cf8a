package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.reporting.figures.Rising;
import org.shouwen.reporting.figures.Usual;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader's page: one look without scrolling, today against the usual, and what is rising (Art. 2). */
class OverviewTest extends BrowserTest {
    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    LeaderFigures leader;

    @Test
    void all_of_it_stands_on_an_office_screen_and_what_rises_opens_its_cases() {
        for (int week = 8; week > 0; week--) {
            clock.set(LocalDate.parse("2050-06-15").minusWeeks(week) + "T09:00");
            cases.aCase().dispatchedTo("heating");
        }
        clock.set("2050-06-15T09:30");
        for (int i = 0; i < 9; i++) cases.aCase().dispatchedTo("heating");
        keeper.run();
        assertThat(leader.today(Counted.TAKEN, LocalDateTime.parse("2050-06-15T09:30")))
                .isEqualTo(new Usual(9, 1, 1, 8));
        Rising rising = leader.rising(Counted.TAKEN, "", LocalDate.parse("2050-06-15"), 6)
                .getFirst();
        assertThat(rising.seen()).isEqualTo(9);
        assertThat(rising.expected()).isEqualTo(1.0);
        assertThat(leader.rising(Counted.FIRST_DISPATCH, "housing", LocalDate.parse("2050-06-15"), 6))
                .isEmpty();
        Page page = as("bureau");
        page.navigate("/overview");
        ready(page);
        assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
                .isEqualTo(true);
        page.click(".sw-overview-grid .sw-card:first-child tbody a");
        assertThat(ready(page).locator("tbody tr").count()).isEqualTo(9);
        assertThat(scriptErrors).isEmpty();
    }
}
