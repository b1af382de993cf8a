package org.shouwen.reporting.figures;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.rowsecurity.StandbyReads;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a leader's one page shows beside the figures: today against the usual, what is rising, and counties (Art. 2). */
@Service
@Transactional(readOnly = true)
public class LeaderFigures {
    private static final int WEEKS = 8;
    private static final int FEWEST = 5;
    private static final double UNUSUAL = 2;

    private final StandbyReads reads;
    private final RisingStore risings;
    private final FigureTable table;
    private final Directory directory;

    LeaderFigures(StandbyReads reads, RisingStore risings, FigureTable table, Directory directory) {
        this.risings = risings;
        this.reads = reads;
        this.table = table;
        this.directory = directory;
    }

    /** Cases of a kind today, up to now; and on the same weekday of the eight weeks before, up to the same hour. */
    public Usual today(Counted as, LocalDateTime now) {
        List<Date> same = new ArrayList<>();
        for (int w = 0; w <= WEEKS; w++) same.add(Date.valueOf(now.toLocalDate().minusWeeks(w)));
        Map<LocalDate, Long> days = reads.ask(db -> {
            Map<LocalDate, Long> found = new HashMap<>();
            db.sql("""
                        select day, sum(counted) as n from reporting.daily
                        where generation = :generation and dimension = :dimension and counted_as = :as and day = any(:days)
                          and key = any(:hours)
                        group by day
                        """)
                    .param("generation", Generations.current(db))
                    .param("days", same.toArray(Date[]::new))
                    .param("dimension", Dimension.HOUR.code())
                    .param(
                            "hours",
                            IntStream.rangeClosed(0, now.getHour())
                                    .mapToObj(Integer::toString)
                                    .toArray(String[]::new))
                    .param("as", as.bit())
                    .query(rs -> {
                        found.put(rs.getDate("day").toLocalDate(), rs.getLong("n"));
                    });
            return found;
        });
        Long seen = days.remove(now.toLocalDate());
        return Usual.of(seen == null ? 0 : seen, List.copyOf(days.values()));
    }

    /**
     * What came clearly more often than expected in the last seven days, most unusual first.
     *
     * @param as which cases are held against each other
     * @param unit whose; empty: the whole city's
     */
    public List<Rising> rising(Counted as, String unit, LocalDate today, int most) {
        return rising(as, unit, new Period(today.minusDays(6), today), most);
    }

    /** The same of any period, held against the eight weeks before it. */
    public List<Rising> rising(Counted as, String unit, Period period, int most) {
        int days = (int) ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        LocalDate since = period.from().minusWeeks(WEEKS);
        Map<String, long[]> by = new HashMap<>();
        for (RisingStore.Seen s : as == Counted.TAKEN && unit.isEmpty()
                ? risings.taken(period, since)
                : risings.cases(as, unit, period, since)) {
            long[] sums = by.computeIfAbsent(s.matterClass() + "\n" + county(s.place()), _ -> new long[2]);
            sums[0] += s.seen();
            sums[1] += s.before();
        }
        List<Rising> rising = new ArrayList<>();
        by.forEach((key, sums) -> {
            String[] parts = key.split("\n", -1);
            Rising r = Rising.of(parts[0], parts[1], sums[0], sums[1], days);
            if (r.seen() >= FEWEST && r.sigmas() >= UNUSUAL) rising.add(r);
        });
        rising.sort(Comparator.comparingDouble((Rising r) -> -r.sigmas()).thenComparing(Rising::matterClass));
        return rising.subList(0, Math.min(most, rising.size()));
    }

    /** Each county's cases of a figure; most cases first. */
    public List<FigureLine> counties(Period period, Figure figure) {
        Map<String, CaseSums> counties = new TreeMap<>();
        table.by(period, Selection.ALL, Optional.of(Dimension.PLACE), List.of(figure))
                .forEach((place, sums) -> counties.computeIfAbsent(county(place), _ -> new CaseSums())
                        .add(sums));
        return counties.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .map(e -> FigureLine.of(figure, e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong((FigureLine l) -> -l.raw().cases()))
                .toList();
    }

    /** The county that a place is or lies in; empty for the city as a whole and where none is known. */
    public String county(@Nullable String code) {
        Optional<Place> p = directory.place(code);
        while (p.isPresent() && p.get().level() != Place.Level.COUNTY)
            p = directory.place(p.get().parent());
        return p.map(Place::code).orElse("");
    }
}
