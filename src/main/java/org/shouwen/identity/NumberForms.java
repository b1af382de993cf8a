package org.shouwen.identity;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the area codes that this city has had, under which digests of telephone numbers were made, and whether all digests were made anew for the current one. */
@Repository
class NumberForms {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    NumberForms(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Codes that this city has had, with their 0. */
    List<String> areas() {
        return jdbc.sql("select area_code from citizens.number_form where area_code <> '' order by begun_at")
                .query(String.class)
                .list();
    }

    /** Whether the digests of all rows stand in the form of this area, the one that was begun last. */
    boolean done(String area) {
        return jdbc.sql("""
                        select coalesce((select area_code = :area and done_at is not null
                                         from citizens.number_form order by begun_at desc limit 1), false)
                        """).param("area", area).query(Boolean.class).single();
    }

    void begin(String area) {
        jdbc.sql("""
                        insert into citizens.number_form (area_code, begun_at) values (:area, :now)
                        on conflict (area_code) do update set begun_at = :now, done_at = null
                        """)
                .param("area", area)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void finish(String area) {
        jdbc.sql("update citizens.number_form set done_at = :now where area_code = :area")
                .param("area", area)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
