package org.shouwen.appeal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers and words of the latest appeals, for what the desk finds by them. Whoever asks shows a person only what is there
 * for that person: {@link Appeals#withIds}, {@link AppealVisibility}.
 */
@Component
public class RecentAppeals {
    private final JdbcClient jdbc;

    RecentAppeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of a day or later that end with these digits, newest first. */
    public List<String> numbersEndingWith(String digits, LocalDate since, int most) {
        return jdbc.sql("""
                        select number from intake.appeal
                        where number >= :since and right(number, length(:tail)) = :tail
                        order by number desc limit :most
                        """)
                .param("since", since.format(DateTimeFormatter.BASIC_ISO_DATE))
                .param("tail", digits)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** The words of an appeal whose person is not forgotten. */
    public record Told(UUID id, Instant at, String title, String content) {}

    /** Received after a moment, newest first. */
    public List<Told> receivedAfter(Instant moment, int most) {
        return jdbc.sql("""
                        select id, received_at, title, content from intake.appeal
                        where received_at > :since and forgotten_at is null order by received_at desc limit :most
                        """)
                .param("since", Timestamp.from(moment))
                .param("most", most)
                .query((rs, _) -> new Told(
                        rs.getObject("id", UUID.class),
                        rs.getTimestamp("received_at").toInstant(),
                        rs.getString("title"),
                        rs.getString("content")))
                .list();
    }
}
