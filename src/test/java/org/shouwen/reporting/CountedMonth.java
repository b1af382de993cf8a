package org.shouwen.reporting;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.springframework.beans.factory.annotation.Autowired;

/** A figure of a month as {@code counted/cases}, for stories that end in one. */
abstract class CountedMonth {
    @Autowired
    FactKeeper keeper;

    @Autowired
    FigureTable table;

    @Autowired
    FigureRegistry figures;

    /** @param month such as 2028-03; all that has happened until now is counted first */
    String of(String figure, String month, Dimension by, String key) {
        keeper.run();
        YearMonth m = YearMonth.parse(month);
        FigureValue v = FigureValue.of(
                figures.get(figure),
                table.by(
                                new Period(m.atDay(1), m.atEndOfMonth()),
                                Selection.ALL,
                                Optional.of(by),
                                List.of(figures.get(figure)))
                        .getOrDefault(key, new CaseSums()),
                false);
        return v.over() + "/" + v.cases();
    }

    String ofUnit(String figure, String month) {
        return of(figure, month, Dimension.UNIT, "heating");
    }
}
