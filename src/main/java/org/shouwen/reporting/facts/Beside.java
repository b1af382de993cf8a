package org.shouwen.reporting.facts;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what the running product counts while a rebuild runs. It counts in both generations, from a history at least as
 * long as the one that the rebuild has read ahead, so what it has put stands.
 */
@Component
class Beside {
    private final JdbcClient jdbc;

    Beside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return;
        jdbc.sql("insert into reporting.beside (subject) select unnest(:subjects::uuid[]) on conflict do nothing")
                .param("subjects", subjects.toArray(UUID[]::new))
                .update();
    }

    /** Those of these that are noted. */
    Set<UUID> of(Collection<UUID> subjects) {
        return new HashSet<>(jdbc.sql(
                        "select b.subject from unnest(:subjects::uuid[]) s (id) join reporting.beside b on b.subject = s.id")
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void clear() {
        jdbc.sql("delete from reporting.beside").update();
    }
}
