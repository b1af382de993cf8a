package org.shouwen.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the years that were loaded, and of their special days. */
@Repository
class CalendarStore {
    /** Dispatch takes it shared, loading a calendar alone: no order is dispatched by a calendar that is just going. */
    private static final long LOCK = 8890_0001;

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("select revision from calendar.revision")
                .query(Long.class)
                .single();
    }

    long revisionForDispatch() {
        jdbc.sql("select 1 from pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query(Integer.class)
                .single();
        return revision();
    }

    void lockForLoad() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Integer.class)
                .single();
    }

    /** In one statement: another node may be loading a year, and its row is not seen without its days. */
    List<YearCalendar> years() {
        Map<Integer, String> notices = new LinkedHashMap<>();
        Map<Integer, List<SpecialDay>> days = new HashMap<>();
        jdbc.sql("""
                        select y.year, y.notice, d.date, d.working, d.name
                        from calendar.year y left join calendar.special_day d using (year)
                        order by y.year, d.date
                        """).query(rs -> {
            int year = rs.getInt("year");
            notices.put(year, rs.getString("notice"));
            LocalDate date = rs.getObject("date", LocalDate.class);
            if (date != null)
                days.computeIfAbsent(year, _ -> new ArrayList<>())
                        .add(new SpecialDay(date, rs.getBoolean("working"), rs.getString("name")));
        });
        return notices.entrySet().stream()
                .map(y -> new YearCalendar(y.getKey(), y.getValue(), days.getOrDefault(y.getKey(), List.of())))
                .toList();
    }

    /** Replaces what a year's notice named. Of a day that two notices name, the one loaded last holds. */
    void replace(YearCalendar year) {
        jdbc.sql("delete from calendar.special_day where year = :year")
                .param("year", year.year())
                .update();
        jdbc.sql("""
                        insert into calendar.year (year, notice) values (:year, :notice)
                        on conflict (year) do update set notice = excluded.notice
                        """).param("year", year.year()).param("notice", year.notice()).update();
        for (SpecialDay d : year.days()) {
            jdbc.sql("""
                            insert into calendar.special_day (date, year, working, name) values (:date, :year, :working, :name)
                            on conflict (date) do update
                                set year = excluded.year, working = excluded.working, name = excluded.name
                            """)
                    .param("date", d.date())
                    .param("year", year.year())
                    .param("working", d.working())
                    .param("name", d.name())
                    .update();
        }
        jdbc.sql("update calendar.revision set revision = revision + 1").update();
    }

    /** The rule by which stored limits were counted: see {@link WorkCalendar#recount}. */
    int counting() {
        return jdbc.sql("select counting from calendar.revision")
                .query(Integer.class)
                .single();
    }

    void counted(int rule) {
        jdbc.sql("update calendar.revision set counting = :rule, revision = revision + 1")
                .param("rule", rule)
                .update();
    }
}
