package org.shouwen.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    List<YearCalendar> years() {
        Map<Integer, List<SpecialDay>> days = new HashMap<>();
        jdbc.sql("select date, year, working, name from calendar.special_day order by date")
                .query(rs -> {
                    days.computeIfAbsent(rs.getInt("year"), _ -> new ArrayList<>())
                            .add(new SpecialDay(
                                    rs.getObject("date", LocalDate.class),
                                    rs.getBoolean("working"),
                                    rs.getString("name")));
                });
        return jdbc.sql("select year, notice from calendar.year order by year")
                .query((rs, _) -> new YearCalendar(
                        rs.getInt("year"), rs.getString("notice"), days.getOrDefault(rs.getInt("year"), List.of())))
                .list();
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
