package org.shouwen.knowledge;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found wrong or missing; each row is what the journal last wrote of it. */
@Repository
class FlawStore implements VerifiableRows {
    static final String KIND = "knowledge_flaw";
    static final StoredFormat<Flaw> FORMAT = StoredFormat.of(Flaw.class);
    private final JdbcClient jdbc;

    FlawStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Flaw f) {
        jdbc.sql("""
            insert into knowledge.flaw (id, kind, article, unit, words, at, due, settled, settled_by, answer)
            values (:id, :kind, :article, :unit, :words, :at, :due, :settled, :settledBy, :answer)
            on conflict (id) do update
                set settled = excluded.settled, settled_by = excluded.settled_by, answer = excluded.answer
            """)
                .param("id", f.id())
                .param("kind", f.kind().name())
                .param("article", f.article())
                .param("unit", f.unit() == null ? null : f.unit().code())
                .param("words", f.words())
                .param("at", Timestamp.from(f.at()))
                .param("due", Date.valueOf(f.due()))
                .param("settled", Instants.timestamp(f.settled()))
                .param("settledBy", f.settledBy())
                .param("answer", f.answer())
                .update();
    }

    Optional<Flaw> lock(UUID id) {
        return jdbc.sql("select * from knowledge.flaw where id = :id for update")
                .param("id", id)
                .query(FlawStore::flaw)
                .optional();
    }

    /**
     * What is open, the earliest limit first.
     *
     * @param unit null: of all units and the platform
     */
    Page<Flaw> open(@Nullable UnitId unit, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("unit", unit == null ? null : unit.code());
        return Keyset.page(
                jdbc,
                "select 0 as rank, " + Keyset.earliest("due::timestamptz")
                        + " as turn, f.* from knowledge.flaw f where settled is null"
                        + " and (cast(:unit as text) is null or unit = :unit)",
                params,
                after,
                limit,
                FlawStore::flaw);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from knowledge.flaw order by id").query(FlawStore::flaw).stream()
                .map(f -> Row.asLastWritten(f.id(), f, FORMAT));
    }

    private static Flaw flaw(ResultSet rs, int row) throws SQLException {
        String unit = rs.getString("unit");
        Instant at = rs.getTimestamp("at").toInstant();
        return new Flaw(
                rs.getObject("id", UUID.class),
                Flaw.Kind.valueOf(rs.getString("kind")),
                rs.getObject("article", UUID.class),
                unit == null ? null : new UnitId(unit),
                rs.getString("words"),
                at,
                rs.getObject("due", LocalDate.class),
                Instants.orNull(rs, "settled"),
                rs.getString("settled_by"),
                rs.getString("answer"));
    }
}
