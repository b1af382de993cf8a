package org.shouwen.reporting.briefs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.reporting.Figures;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.reporting.figures.Rising;
import org.shouwen.reporting.figures.Selection;
import org.springframework.stereotype.Component;

/** Works out the figures of a brief, in Chinese as the paper is. */
@Component
class BriefFigures {
    static final int RISINGS = 3;
    private static final int CLASSES = 8;
    private static final int LATE = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final List<String> SHOWN = List.of(
            "taken",
            "answered-at-desk",
            "made-orders",
            "dispatched-in-time",
            "first-dispatch-right",
            "received-in-time",
            "handled-in-time",
            "mean-days",
            "closed",
            "solved",
            "satisfied-final",
            "reopened");

    private final FigureTable table;
    private final FigureRegistry registry;
    private final LeaderFigures leader;
    private final Figures open;
    private final Directory directory;

    BriefFigures(FigureTable table, FigureRegistry registry, LeaderFigures leader, Figures open, Directory directory) {
        this.table = table;
        this.registry = registry;
        this.leader = leader;
        this.open = open;
        this.directory = directory;
    }

    BriefData of(BriefKind kind, Period period) {
        Period before = kind.before(period);
        return new BriefData(
                rows(period, before),
                days(kind, period, before),
                classes(period, before),
                rising(period).stream().map(this::rise).toList(),
                late());
    }

    /** As stored in the data, in the same order. */
    List<Rising> rising(Period period) {
        return leader.rising(Counted.TAKEN, "", period, RISINGS);
    }

    private List<BriefData.Row> rows(Period period, Period before) {
        List<Figure> figures = SHOWN.stream().map(registry::get).toList();
        List<FigureLine> now = table.lines(period, Selection.ALL, figures);
        List<FigureLine> then = table.lines(before, Selection.ALL, figures);
        List<BriefData.Row> rows = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            FigureLine l = now.get(i);
            FigureLine b = then.get(i);
            rows.add(new BriefData.Row(
                    l.figure().id(),
                    l.figure().version(),
                    l.figure().zh().name(),
                    l.shown(l.raw()),
                    b.shown(b.raw()),
                    l.raw().over(),
                    l.raw().cases()));
        }
        return rows;
    }

    private List<BriefData.Bar> days(BriefKind kind, Period period, Period before) {
        Figure taken = registry.get("taken");
        Map<String, CaseSums> now = table.byDay(period, Selection.ALL, List.of(taken));
        Map<String, CaseSums> then = table.byDay(before, Selection.ALL, List.of(taken));
        List<BriefData.Bar> days = new ArrayList<>();
        LocalDate other = before.from();
        for (LocalDate d = period.from(); !d.isAfter(period.to()); d = d.plusDays(1), other = other.plusDays(1)) {
            long past = other.isAfter(before.to()) ? 0 : count(taken, then.get(other.toString()));
            days.add(new BriefData.Bar(DAY.format(d), count(taken, now.get(d.toString())), past));
        }
        // a month that is longer than this one ends in its last bar, so that the sum of all is the month's
        for (; kind == BriefKind.MONTHLY && !other.isAfter(before.to()); other = other.plusDays(1)) {
            BriefData.Bar last = days.removeLast();
            days.add(new BriefData.Bar(
                    last.name(), last.now(), last.before() + count(taken, then.get(other.toString()))));
        }
        return days;
    }

    private List<BriefData.Bar> classes(Period period, Period before) {
        Figure taken = registry.get("taken");
        Map<String, CaseSums> then = table.by(before, Selection.ALL, Optional.of(Dimension.CLASS), List.of(taken));
        List<BriefData.Bar> bars = new ArrayList<>();
        table.by(period, Selection.ALL, Optional.of(Dimension.CLASS), List.of(taken))
                .forEach((key, sums) -> {
                    if (!key.isEmpty())
                        bars.add(new BriefData.Bar(matter(key), count(taken, sums), count(taken, then.get(key))));
                });
        bars.sort(Comparator.comparingLong((BriefData.Bar b) -> -b.now()).thenComparing(BriefData.Bar::name));
        return bars.stream().filter(b -> b.now() > 0).limit(CLASSES).toList();
    }

    private static long count(Figure figure, @org.jspecify.annotations.Nullable CaseSums sums) {
        return sums == null ? 0 : FigureValue.of(figure, sums, false).over();
    }

    private BriefData.Rise rise(Rising r) {
        return new BriefData.Rise(
                matter(r.matterClass()),
                directory.place(r.place()).map(Place::fullName).orElse(""),
                r.seen(),
                r.expected());
    }

    private String matter(String code) {
        return directory.matterClass(code).map(MatterClass::fullName).orElse(code);
    }

    private List<BriefData.Late> late() {
        return open.byUnit().stream()
                .filter(u -> u.lateHandling() + u.lateReceipt() > 0)
                .limit(LATE)
                .map(u -> new BriefData.Late(u.name(), u.lateHandling(), u.lateReceipt(), u.open()))
                .toList();
    }
}
