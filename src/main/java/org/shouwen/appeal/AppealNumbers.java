package org.shouwen.appeal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Appeal numbers: day, dash, count ({@code 20261123-000042}). Taken from the database in blocks, so that a number
 * costs nothing; what a stopped process had left of its block stays unused.
 */
@Component
class AppealNumbers {
    private static final int BLOCK = 100;

    private final JdbcClient jdbc;
    private @Nullable LocalDate day;
    private long next;
    private long last = -1;

    AppealNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized String next(LocalDate today) {
        if (!today.equals(day) || next > last) {
            last = jdbc.sql("""
                            insert into intake.number_block as b (day, last) values (:day, :block)
                            on conflict (day) do update set last = b.last + :block returning last
                            """)
                    .param("day", today)
                    .param("block", BLOCK)
                    .query(Long.class)
                    .single();
            next = last - BLOCK + 1;
            day = today;
        }
        return "%s-%06d".formatted(today.format(DateTimeFormatter.BASIC_ISO_DATE), next++);
    }
}
