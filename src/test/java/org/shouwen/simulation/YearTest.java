package org.shouwen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A small year of the same kind as {@code ./shouwen bench year}: all rulings hold on every day of it. */
@ShouwenTest
class YearTest {
    @Autowired
    ListableBeanFactory beans;

    @Autowired
    TestClock clock;

    @Test
    void every_day_of_a_year_is_as_the_rulings_say() throws Exception {
        Year.Outcomes year = new Year(new Year.Size(5_000, 150, 7), beans, clock::set, _ -> {}).run();
        assertThat(year.findings()).isEmpty();
        for (String happened : new String[] {
            "order",
            "answered",
            "joined",
            "extensionsGranted",
            "extensionsRefused",
            "returnsGranted",
            "reworks",
            "receivedLate",
            "closedLate",
            "supervisionsFirst",
            "calledBack",
            "refused A13_4"
        }) assertThat(year.figures().getOrDefault(happened, 0L)).as(happened).isPositive();
    }
}
