package org.shouwen.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of the rules; each is what the journal last wrote of it. */
@Repository
class ChangeStore implements VerifiableRows {
    static final String KIND = "warning_rule";
    static final StoredFormat<RuleChange> FORMAT = StoredFormat.of(RuleChange.class);

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RuleChange c) {
        jdbc.sql("""
                        insert into warning.change (id, kind, signal, word, least, days, excess, reason, asked_by, asked_at)
                        values (:id, :kind, :signal, :word, :least, :days, :excess, :reason, :by, :at)
                        """)
                .param("id", c.id())
                .param("kind", c.kind().name())
                .param("signal", c.signal().name())
                .param("word", c.word())
                .param("least", c.least())
                .param("days", c.days())
                .param("excess", c.excess())
                .param("reason", c.reason())
                .param("by", c.askedBy())
                .param("at", Timestamp.from(c.askedAt()))
                .update();
    }

    void ruled(RuleChange c) {
        jdbc.sql("update warning.change set ruled_by = :by, ruled_at = :at, granted = :granted where id = :id")
                .param("id", c.id())
                .param("by", c.ruledBy())
                .param("at", Instants.timestamp(c.ruledAt()))
                .param("granted", c.granted())
                .update();
    }

    Optional<RuleChange> lock(UUID id) {
        return jdbc.sql("select * from warning.change where id = :id for update")
                .param("id", id)
                .query(ChangeStore::change)
                .optional();
    }

    /** In the order in which they were granted. */
    List<RuleChange> granted() {
        return jdbc.sql("select * from warning.change where granted order by ruled_at, id")
                .query(ChangeStore::change)
                .list();
    }

    /** What waits for a second person first, then the newest. */
    Page<RuleChange> page(@Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select c.*, (granted is not null)::int as rank, " + Keyset.latest("asked_at")
                        + " as turn from warning.change c",
                Map.of(),
                after,
                limit,
                ChangeStore::change);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from warning.change order by id").query(ChangeStore::change).list().stream()
                .map(c -> Row.asLastWritten(c.id(), c, FORMAT)
                        .known(c.word().isEmpty() ? c.signal().name() : c.word()));
    }

    private static RuleChange change(ResultSet rs, int row) throws SQLException {
        @Nullable Boolean granted = rs.getObject("granted", Boolean.class);
        return new RuleChange(
                rs.getObject("id", UUID.class),
                RuleChange.Kind.valueOf(rs.getString("kind")),
                Signal.valueOf(rs.getString("signal")),
                rs.getString("word"),
                rs.getInt("least"),
                rs.getInt("days"),
                rs.getDouble("excess"),
                rs.getString("reason"),
                rs.getString("asked_by"),
                Instants.of(rs, "asked_at"),
                rs.getString("ruled_by"),
                Instants.orNull(rs, "ruled_at"),
                granted);
    }
}
