package org.shouwen.reporting;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.Generations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which classes come more often than expected in a county, by the facts of what was taken (Art. 2). */
@Service
@Transactional(readOnly = true)
public class UnusualCounts {
    private static final int WEEKS = 8;
    private static final int WEEK = 7;
    private static final int HOURS = 24;
    private static final int YEAR = 52 * WEEK;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final Directory directory;

    UnusualCounts(JdbcClient jdbc, Generations generations, Directory directory) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.directory = directory;
    }

    /**
     * Classes of which at least so many came in the last days, up to this hour.
     *
     * @param now Asia/Shanghai
     * @param days 1 to 7
     */
    public List<Unusual> of(LocalDateTime now, int days, int least) {
        Map<String, List<UUID>> seen = new HashMap<>();
        Map<String, Integer> before = new HashMap<>();
        jdbc.sql("""
                        select subject, matter_class, place, (:today - day) * 24 + :hour - hour as ago from reporting.fact
                        where generation = :generation and day = any(:days) and counted & :mask <> 0 and matter_class <> ''
                        """)
                .param("today", Date.valueOf(now.toLocalDate()))
                .param("hour", now.getHour())
                .param("generation", generations.current())
                .param("days", days(now.toLocalDate(), days))
                .param("mask", Counted.TAKEN.mask())
                .query(rs -> {
                    int ago = rs.getInt("ago");
                    if (ago < 0 || ago % (WEEK * HOURS) >= days * HOURS) return;
                    String key = rs.getString("matter_class") + "\n" + county(rs.getString("place"));
                    if (ago < days * HOURS)
                        seen.computeIfAbsent(key, _ -> new ArrayList<>()).add(rs.getObject("subject", UUID.class));
                    else before.merge(key, 1, Integer::sum);
                });
        seen.values().removeIf(appeals -> appeals.size() < least);
        Map<String, Season> seasons = seen.isEmpty() ? Map.of() : seasons(now.toLocalDate());
        List<Unusual> all = new ArrayList<>();
        seen.forEach((key, appeals) -> {
            String[] parts = key.split("\n", -1);
            double usual = before.getOrDefault(key, 0) / (double) WEEKS;
            Season season = seasons.getOrDefault(parts[0], Season.UNKNOWN);
            all.add(new Unusual(parts[0], parts[1], usual * season.factor(), appeals));
        });
        return all;
    }

    /** The last days, and those of the same weekdays in the weeks before; one more for the hours of its morning. */
    private static Date[] days(LocalDate today, int days) {
        List<Date> all = new ArrayList<>();
        for (int week = 0; week <= WEEKS; week++)
            for (int day = 0; day <= days; day++) all.add(Date.valueOf(today.minusDays((long) week * WEEK + day)));
        return all.stream().distinct().toArray(Date[]::new);
    }

    /** By class, in the whole city. */
    private Map<String, Season> seasons(LocalDate today) {
        LocalDate then = today.minusDays(YEAR);
        LocalDate week = then.minusDays(WEEK / 2);
        Map<String, Season> seasons = new HashMap<>();
        jdbc.sql("""
                        select key, sum(counted) filter (where day >= :week) as week, sum(counted) filter (where day < :week) as before
                        from reporting.daily
                        where generation = :generation and dimension = :class and counted_as = :taken and day between :from and :to
                        group by key
                        """)
                .param("generation", generations.current())
                .param("class", Dimension.CLASS.code())
                .param("taken", Counted.TAKEN.bit())
                .param("week", Date.valueOf(week))
                .param("from", Date.valueOf(week.minusDays((long) WEEKS * WEEK)))
                .param("to", Date.valueOf(then.plusDays(WEEK / 2)))
                .query(rs -> {
                    seasons.put(rs.getString("key"), new Season(rs.getLong("week"), rs.getLong("before")));
                });
        return seasons;
    }

    private String county(@Nullable String code) {
        Optional<Place> p = directory.place(code);
        while (p.isPresent() && p.get().level() != Place.Level.COUNTY)
            p = directory.place(p.get().parent());
        return p.map(Place::code).orElse("");
    }
}
