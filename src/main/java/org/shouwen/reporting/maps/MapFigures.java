package org.shouwen.reporting.maps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a map shows of the places into which a city or county is divided. */
@Service
@Transactional(readOnly = true)
public class MapFigures {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FigureTable table;
    private final FigureRegistry registry;
    private final Directory directory;
    private final Boundaries boundaries;

    MapFigures(FigureTable table, FigureRegistry registry, Directory directory, Boundaries boundaries) {
        this.table = table;
        this.registry = registry;
        this.directory = directory;
        this.boundaries = boundaries;
    }

    /**
     * A place's cases with those of all that lies in it.
     *
     * @param perTenThousand appeals per 10,000 inhabitants, two digits; null where nobody said how many live there
     * @param late share of turns that were handled late, in hundredths, one digit; null without cases
     * @param boundary null where none was loaded
     * @param divided whether it is divided further
     */
    public record Row(
            Place place,
            long taken,
            @Nullable BigDecimal perTenThousand,
            long lateCases,
            long handled,
            @Nullable BigDecimal late,
            @Nullable Boundary boundary,
            boolean divided) {}

    /** @param in code of a county or town; empty: the city. Most appeals first. */
    public List<Row> rows(String in, Period period) {
        List<Place> places = directory.placesUnder(in.isEmpty() ? null : in);
        Map<String, String> above = new HashMap<>();
        for (Place p : places) above.put(p.code(), p.code());
        Figure taken = registry.get("taken");
        Figure handled = registry.get("handled-in-time");
        Map<String, CaseSums> sums = new HashMap<>();
        table.by(period, Selection.ALL, Optional.of(Dimension.PLACE), List.of(taken, handled))
                .forEach((code, s) -> {
                    String of = under(code, above);
                    if (!of.isEmpty())
                        sums.computeIfAbsent(of, _ -> new CaseSums()).add(s);
                });
        Map<String, Boundary> drawn =
                boundaries.of(places.stream().map(Place::code).toList());
        List<Row> rows = new ArrayList<>();
        for (Place p : places) {
            CaseSums s = Objects.requireNonNullElseGet(sums.get(p.code()), CaseSums::new);
            FigureValue inTime = FigureValue.of(handled, s, false);
            rows.add(row(p, FigureValue.of(taken, s, false).over(), inTime, drawn.get(p.code())));
        }
        rows.sort(Comparator.comparingLong((Row r) -> -r.taken())
                .thenComparing(r -> r.place().code()));
        return rows;
    }

    private Row row(Place p, long taken, FigureValue inTime, @Nullable Boundary b) {
        long late = inTime.cases() - inTime.over();
        Long people = b == null ? null : b.inhabitants();
        return new Row(
                p,
                taken,
                people == null
                        ? null
                        : BigDecimal.valueOf(taken)
                                .multiply(TEN_THOUSAND)
                                .divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_UP),
                late,
                inTime.cases(),
                inTime.cases() == 0
                        ? null
                        : BigDecimal.valueOf(late)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(inTime.cases()), 1, RoundingMode.HALF_UP),
                b,
                !directory.placesUnder(p.code()).isEmpty());
    }

    /** Which of the places a place is or lies in; empty when in none. */
    private String under(String code, Map<String, String> above) {
        String known = above.get(code);
        if (known != null) return known;
        String parent = directory.place(code).map(Place::parent).orElse(null);
        String found = parent == null ? "" : under(parent, above);
        above.put(code, found);
        return found;
    }
}
