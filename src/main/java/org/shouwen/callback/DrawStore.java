package org.shouwen.callback;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The daily draws with their seeds, and the rates at which they draw. */
@Repository
class DrawStore {
    private final JdbcClient jdbc;

    DrawStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the day was drawn already */
    boolean insertDraw(LocalDate day, long seed, int closed, int drawn, Instant at) {
        return jdbc.sql("""
                        insert into supervision.draw (day, seed, closed, drawn, at) values (:day, :seed, :closed, :drawn, :at)
                        on conflict (day) do nothing
                        """)
                        .param("day", Date.valueOf(day))
                        .param("seed", seed)
                        .param("closed", closed)
                        .param("drawn", drawn)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<LocalDate> lastDraw() {
        return jdbc.sql("select day from supervision.draw order by day desc limit 1")
                .query(Date.class)
                .optional()
                .map(Date::toLocalDate);
    }

    Optional<Long> seed(LocalDate day) {
        return jdbc.sql("select seed from supervision.draw where day = :day")
                .param("day", Date.valueOf(day))
                .query(Long.class)
                .optional();
    }

    void dropRate(Sampling.Rate r) {
        jdbc.sql("""
                        delete from supervision.rate
                        where unit is not distinct from cast(:unit as text) and kind is not distinct from cast(:kind as text)
                          and limit_class is not distinct from cast(:class as text)
                        """)
                .param("unit", r.unit())
                .param("kind", r.kind())
                .param("class", r.limitClass())
                .update();
    }

    List<Sampling.Rate> rates() {
        return jdbc.sql("select unit, kind, limit_class, percent from supervision.rate")
                .query((rs, _) -> new Sampling.Rate(
                        rs.getString("unit"), rs.getString("kind"), rs.getString("limit_class"), rs.getInt("percent")))
                .list();
    }

    void putRate(Sampling.Rate r) {
        jdbc.sql("""
                        insert into supervision.rate (unit, kind, limit_class, percent) values (:unit, :kind, :class, :percent)
                        on conflict (unit, kind, limit_class) do update set percent = excluded.percent
                        """)
                .param("unit", r.unit())
                .param("kind", r.kind())
                .param("class", r.limitClass())
                .param("percent", r.percent())
                .update();
    }
}
