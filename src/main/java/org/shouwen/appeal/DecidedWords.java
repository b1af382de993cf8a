package org.shouwen.appeal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwen.suggestion.PastDecisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk's own decisions, for models to learn from; what a forgotten person wrote is not among them (Art. 21). */
@Component
class DecidedWords implements PastDecisions {
    private final JdbcClient jdbc;

    DecidedWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Decided> latest(int most, Instant since) {
        return new ArrayList<>(jdbc.sql("""
                        select id, decided_at, kind, matter_class, title, content from intake.appeal
                        where state = 'DECIDED' and forgotten_at is null and decided_at > :since
                        order by id desc limit :most
                        """)
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .query((rs, _) -> new Decided(
                                rs.getObject("id", UUID.class),
                                rs.getTimestamp("decided_at").toInstant(),
                                rs.getString("kind"),
                                rs.getString("matter_class"),
                                rs.getString("title"),
                                rs.getString("content")))
                        .list())
                .reversed();
    }
}
