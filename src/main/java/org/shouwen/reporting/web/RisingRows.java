package org.shouwen.reporting.web;

import java.time.LocalDate;
import java.util.List;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.reporting.figures.Rising;
import org.springframework.stereotype.Component;

/** What is rising, with names and the query that opens the cases. */
@Component
class RisingRows {
    private final LeaderFigures leader;
    private final KeyNames names;

    RisingRows(LeaderFigures leader, KeyNames names) {
        this.leader = leader;
        this.names = names;
    }

    record Row(Rising rising, String matter, String place, String query) {}

    List<Row> of(Counted as, String unit, LocalDate today, int most) {
        return leader.rising(as, unit, today, most).stream()
                .map(r -> new Row(
                        r,
                        names.of(Dimension.CLASS, r.matterClass()),
                        names.of(Dimension.PLACE, r.place()),
                        "from=" + today.minusDays(6) + "&to=" + today + "&class=" + r.matterClass()
                                + (r.place().isEmpty() ? "" : "&place=" + r.place())))
                .toList();
    }
}
