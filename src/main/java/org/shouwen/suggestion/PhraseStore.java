package org.shouwen.suggestion;

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

/** Phrases of the city's own; each is what the journal last wrote of it. */
@Repository
class PhraseStore implements VerifiableRows {
    static final String KIND = "city_phrase";
    static final StoredFormat<Phrase> FORMAT = StoredFormat.of(Phrase.class);

    private final JdbcClient jdbc;

    PhraseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the journal keeps it. */
    String write(Phrase p) {
        return FORMAT.write(p);
    }

    /** In the order in which they were added. */
    List<Phrase> inForce() {
        return jdbc.sql("select * from suggestion.city_phrase where withdrawn_at is null order by id")
                .query(PhraseStore::map)
                .list();
    }

    /** In force first, then what was withdrawn, newest first. */
    Page<Phrase> page(@Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select p.*, (withdrawn_at is not null)::int as rank, "
                        + Keyset.latest("coalesce(withdrawn_at, added_at)") + " as turn from suggestion.city_phrase p",
                Map.of(),
                after,
                limit,
                PhraseStore::map);
    }

    Optional<Phrase> lock(UUID id) {
        return jdbc.sql("select * from suggestion.city_phrase where id = :id for update")
                .param("id", id)
                .query(PhraseStore::map)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same phrase is in force */
    void insert(Phrase p) {
        jdbc.sql("""
                        insert into suggestion.city_phrase (id, kind, guidance, phrase, added_by, added_at, version)
                        values (:id, :kind, :guidance, :phrase, :by, :at, :version)
                        """)
                .param("id", p.id())
                .param("kind", p.kind())
                .param("guidance", p.guidance())
                .param("phrase", p.phrase())
                .param("by", p.addedBy())
                .param("at", Timestamp.from(p.addedAt()))
                .param("version", p.version())
                .update();
    }

    void withdraw(Phrase p) {
        jdbc.sql("""
                        update suggestion.city_phrase set withdrawn_by = :by, withdrawn_at = :at, version = :version
                        where id = :id
                        """)
                .param("id", p.id())
                .param("by", p.withdrawnBy())
                .param("at", Instants.timestamp(p.withdrawnAt()))
                .param("version", p.version())
                .update();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from suggestion.city_phrase order by id").query(PhraseStore::map).list().stream()
                .map(p -> Row.asLastWritten(p.id(), p, FORMAT).known(p.phrase()));
    }

    private static Phrase map(ResultSet rs, int row) throws SQLException {
        return new Phrase(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getString("guidance"),
                rs.getString("phrase"),
                rs.getString("added_by"),
                rs.getTimestamp("added_at").toInstant(),
                rs.getString("withdrawn_by"),
                Instants.orNull(rs, "withdrawn_at"),
                rs.getLong("version"));
    }
}
