package org.shouwen.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads whole histories of many subjects, for facts that are derived from the journal and can be derived anew. */
@Component
public class Histories {
    private static final String COLUMNS =
            "select subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type, body from history.entry ";
    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stretch of the journal in the order of the subjects' ids.
     *
     * @param next the id after which the next stretch begins; null when this is the last
     */
    public record Stretch(
            Map<Subject, List<Recorded>> histories,
            @Nullable UUID next) {}

    /** The histories of these subjects, each from its first entry to its last; subjects without any are left out. */
    @Transactional(readOnly = true)
    public Map<Subject, List<Recorded>> of(String kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) return Map.of();
        return bySubject(
                jdbc.sql(COLUMNS + "where subject_id = any(:ids) and subject_kind = :kind order by subject_id, seq")
                        .param("ids", subjects.toArray(UUID[]::new))
                        .param("kind", kind)
                        .query((rs, _) -> HistoryStore.recorded(rs))
                        .list());
    }

    /**
     * The next histories of these kinds in the whole journal, each complete.
     *
     * @param after null for the first stretch
     * @param entries about how many entries; more when one subject alone has more
     */
    @Transactional(readOnly = true)
    public Stretch stretch(Collection<String> kinds, @Nullable UUID after, int entries) {
        var query = jdbc.sql(COLUMNS + "where subject_kind = any(:kinds) "
                        + (after == null ? "" : "and subject_id > :after ") + "order by subject_id, seq limit :limit")
                .param("kinds", kinds.toArray(String[]::new))
                .param("limit", entries);
        if (after != null) query = query.param("after", after);
        List<Recorded> read = query.query((rs, _) -> HistoryStore.recorded(rs)).list();
        if (read.size() < entries) return new Stretch(bySubject(read), null);
        UUID last = read.getLast().subject().id();
        int complete = read.size();
        while (complete > 0 && read.get(complete - 1).subject().id().equals(last)) complete--;
        if (complete == 0) return stretch(kinds, after, entries * 4);
        List<Recorded> whole = read.subList(0, complete);
        return new Stretch(bySubject(whole), whole.getLast().subject().id());
    }

    private static Map<Subject, List<Recorded>> bySubject(List<Recorded> entries) {
        Map<Subject, List<Recorded>> histories = new LinkedHashMap<>();
        for (Recorded r : entries)
            histories.computeIfAbsent(r.subject(), _ -> new ArrayList<>()).add(r);
        return histories;
    }
}
