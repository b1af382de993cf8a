package org.shouwen.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts entries of one type for a page of subjects, by the journal's key. */
@Component
public class EntryCounts {
    private final JdbcClient jdbc;

    EntryCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return subjects without any are left out */
    public Map<UUID, Long> of(String type, Collection<UUID> subjects) {
        Map<UUID, Long> counts = new HashMap<>();
        if (subjects.isEmpty()) return counts;
        jdbc.sql("""
                        select subject_id, count(*) as n from history.entry
                        where subject_id = any(:subjects) and type = :type group by subject_id
                        """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("type", type)
                .query(rs -> {
                    counts.put(rs.getObject("subject_id", UUID.class), rs.getLong("n"));
                });
        return counts;
    }
}
