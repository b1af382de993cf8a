package org.shouwen.suggestion;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the log of proposals, newest first, by its index; it only grows and is not counted. */
final class ProposalPages {
    private ProposalPages() {}

    static Page<ProposalEntry> page(JdbcClient jdbc, @Nullable After after, int most) {
        Map<String, @Nullable Object> bound = new HashMap<>();
        bound.put("most", most + 1);
        if (after != null) {
            bound.put("at", new After(0, -after.turn(), after.id()).time());
            bound.put("id", after.id());
        }
        return Page.of(
                jdbc.sql("select * from suggestion.proposal"
                                + (after == null ? "" : " where at <= :at and (at < :at or id > :id)")
                                + " order by at desc, id limit :most")
                        .params(bound)
                        .query((rs, _) -> new ProposalEntry(
                                rs.getObject("id", UUID.class),
                                rs.getObject("appeal", UUID.class),
                                rs.getString("field"),
                                rs.getString("proposed"),
                                rs.getDouble("confidence"),
                                Suggestion.Band.valueOf(rs.getString("band")),
                                rs.getString("model"),
                                ProposalEntry.Became.valueOf(rs.getString("became")),
                                rs.getString("decided"),
                                rs.getString("officer"),
                                rs.getTimestamp("at").toInstant()))
                        .list(),
                most,
                null,
                e -> {
                    After forward = After.at(0, e.at(), e.id());
                    return new After(0, -forward.turn(), forward.id());
                });
    }
}
