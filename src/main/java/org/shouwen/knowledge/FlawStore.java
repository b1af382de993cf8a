package org.shouwen.knowledge;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found wrong or missing; each row is what the journal last wrote of it, by a digest of its words. */
@Repository
class FlawStore implements VerifiableRows {
    static final String KIND = "knowledge_flaw";
    static final StoredFormat<FlawEntry> FORMAT = StoredFormat.of(FlawEntry.class);
    private final JdbcClient jdbc;

    FlawStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Flaw f) {
        jdbc.sql("""
            insert into knowledge.flaw (id, kind, article, unit, words, at, due, settled, settled_by, answer, reporter)
            values (:id, :kind, :article, :unit, :words, :at, :due, :settled, :settledBy, :answer, :reporter)
            on conflict (id) do update set unit = excluded.unit, words = excluded.words, due = excluded.due,
                settled = excluded.settled, settled_by = excluded.settled_by, answer = excluded.answer
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
                .param("reporter", f.reporter())
                .update();
    }

    Optional<Flaw> lock(UUID id) {
        return jdbc.sql("select * from knowledge.flaw where id = :id for update")
                .param("id", id)
                .query(FlawStore::flaw)
                .optional();
    }

    /**
     * What is open: first what no unit has yet, then the earliest limit.
     *
     * @param unit null: of all units and the platform
     */
    Page<Flaw> open(@Nullable UnitId unit, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("unit", unit == null ? null : unit.code());
        return Keyset.page(
                jdbc,
                "select case when unit is null then 0 else 1 end as rank, " + Keyset.earliest("due::timestamptz")
                        + " as turn, f.* from knowledge.flaw f where settled is null"
                        + " and (cast(:unit as text) is null or unit = :unit)",
                params,
                after,
                limit,
                FlawStore::flaw);
    }

    /** Of one article, the latest first. */
    List<Flaw> ofArticle(UUID article) {
        return jdbc.sql("select * from knowledge.flaw where article = :article order by at desc, id desc")
                .param("article", article)
                .query(FlawStore::flaw)
                .list();
    }

    /** What one person reported, the latest first. */
    Page<Flaw> reportedBy(UUID account, @Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select f.*, 0 as rank, " + Keyset.latest("at")
                        + " as turn from knowledge.flaw f where reporter = :account",
                Map.of("account", account),
                after,
                limit,
                FlawStore::flaw);
    }

    /** Those that were dealt with before a moment and still have their words; locked. */
    List<Flaw> settledBefore(Instant before, int most) {
        return jdbc.sql("""
            select * from knowledge.flaw where settled < :before and (words <> :gone or answer <> :gone)
            order by settled limit :most for update
            """)
                .param("before", Timestamp.from(before))
                .param("gone", Flaw.GONE)
                .param("most", most)
                .query(FlawStore::flaw)
                .list();
    }

    /** By what it is about: its unit and the day on which it was said. */
    private static String named(Flaw f) {
        return (f.unit() == null ? "" : f.unit().code() + " ")
                + f.at().atZone(Limits.ZONE).toLocalDate();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from knowledge.flaw order by id").query(FlawStore::flaw).stream()
                .map(f -> new Row(
                                f.id(),
                                null,
                                entries -> FORMAT.read(entries.getLast().body()).says(f)
                                        ? List.of()
                                        : List.of("the row is not what was last written"))
                        .known(named(f)));
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
                rs.getString("answer"),
                rs.getObject("reporter", UUID.class));
    }
}
