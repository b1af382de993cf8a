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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of articles; each row is what the journal last wrote of it. */
@Repository
class ArticleStore implements VerifiableRows {
    static final String KIND = "article";
    static final StoredFormat<ArticleVersion> FORMAT = StoredFormat.of(ArticleVersion.class);
    private final JdbcClient jdbc;

    ArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ArticleVersion v, Instant now) {
        ArticleContent c = v.content();
        jdbc.sql("""
            insert into knowledge.article_version (id, article, version, kind, unit, title, text, source_number, source_title,
                source_clause, source_date, place, hours, licence, phone, valid_from, valid_to, open, state, author, checker,
                review_by, changed_at)
            values (:id, :article, :version, :kind, :unit, :title, :text, :sourceNumber, :sourceTitle, :sourceClause,
                :sourceDate, :place, :hours, :licence, :phone, :validFrom, :validTo, :open, :state, :author, :checker,
                :reviewBy, :now)
            on conflict (id) do update set kind = excluded.kind, unit = excluded.unit, title = excluded.title,
                text = excluded.text, source_number = excluded.source_number, source_title = excluded.source_title,
                source_clause = excluded.source_clause, source_date = excluded.source_date, place = excluded.place,
                hours = excluded.hours, licence = excluded.licence, phone = excluded.phone, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, open = excluded.open, state = excluded.state, author = excluded.author,
                checker = excluded.checker, review_by = excluded.review_by, changed_at = excluded.changed_at
            """)
                .param("id", v.id())
                .param("article", v.article())
                .param("version", v.version())
                .param("kind", c.kind().name())
                .param("unit", c.unit().code())
                .param("title", c.title())
                .param("text", c.text())
                .param("sourceNumber", c.source().number())
                .param("sourceTitle", c.source().title())
                .param("sourceClause", c.source().clause())
                .param("sourceDate", date(c.source().date()))
                .param("place", c.enterprise().place())
                .param("hours", c.enterprise().hours())
                .param("licence", c.enterprise().licence())
                .param("phone", c.enterprise().phone())
                .param("validFrom", date(c.validFrom()))
                .param("validTo", date(c.validTo()))
                .param("open", c.open())
                .param("state", v.state().name())
                .param("author", v.author())
                .param("checker", v.checker())
                .param("reviewBy", Date.valueOf(v.reviewBy()))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<ArticleVersion> lock(UUID id) {
        return jdbc.sql("select * from knowledge.article_version where id = :id for update")
                .param("id", id)
                .query(ArticleStore::version)
                .optional();
    }

    Optional<ArticleVersion> find(UUID id) {
        return jdbc.sql("select * from knowledge.article_version where id = :id")
                .param("id", id)
                .query(ArticleStore::version)
                .optional();
    }

    /** All versions of an article, the latest first. */
    List<ArticleVersion> versions(UUID article) {
        return jdbc.sql("select * from knowledge.article_version where article = :article order by version desc")
                .param("article", article)
                .query(ArticleStore::version)
                .list();
    }

    /** What is published and holds on a day, the latest first. */
    List<ArticleVersion> holding(LocalDate day) {
        return holding(day, "order by id desc");
    }

    /** Convenience enterprises that are published and hold on a day, by name. */
    List<ArticleVersion> enterprises(LocalDate day) {
        return holding(day, "and kind = 'SERVICE' order by title, id");
    }

    private List<ArticleVersion> holding(LocalDate day, String rest) {
        return jdbc.sql("""
            select * from knowledge.article_version where state = 'PUBLISHED'
                and (valid_from is null or valid_from <= :day) and (valid_to is null or valid_to >= :day)
            """ + rest)
                .param("day", Date.valueOf(day))
                .query(ArticleStore::version)
                .list();
    }

    /** What is read or in work, in the order in which it was written; in a transaction one by one. */
    void inUse(Consumer<ArticleVersion> each) {
        jdbc.sql("select * from knowledge.article_version where state in ('DRAFT', 'CHECKED', 'PUBLISHED') order by id")
                .withFetchSize(50)
                .query((RowCallbackHandler) rs -> each.accept(version(rs, 0)));
    }

    /**
     * Differs after every publication, replacement and withdrawal, for a trigger counts them in one row; so that it costs
     * the same however many versions there are. Its second part tells databases apart.
     */
    String stamp() {
        return jdbc.sql("select changes || ' ' || base from knowledge.article_changes")
                .query(String.class)
                .single();
    }

    /** @param unit null for all units */
    Page<ArticleVersion> listed(ArticleVersion.State state, @Nullable UnitId unit, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("state", state.name());
        params.put("unit", unit == null ? null : unit.code());
        return Keyset.page(
                jdbc,
                "select 0 as rank, " + Keyset.earliest("review_by::timestamptz") + " as turn, v.*"
                        + " from knowledge.article_version v"
                        + " where state = :state and (cast(:unit as text) is null or unit = :unit)",
                params,
                after,
                limit,
                ArticleStore::version);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from knowledge.article_version order by id").query(ArticleStore::version).stream()
                .map(v -> Row.asLastWritten(v.id(), v, FORMAT).known(v.content().title() + " " + v.version()));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private static ArticleVersion version(ResultSet rs, int row) throws SQLException {
        ArticleContent content = new ArticleContent(
                ArticleKind.valueOf(rs.getString("kind")),
                new UnitId(rs.getString("unit")),
                rs.getString("title"),
                rs.getString("text"),
                new ArticleContent.Source(
                        rs.getString("source_number"),
                        rs.getString("source_title"),
                        rs.getString("source_clause"),
                        day(rs, "source_date")),
                new ArticleContent.Enterprise(
                        rs.getString("place"), rs.getString("hours"), rs.getString("licence"), rs.getString("phone")),
                day(rs, "valid_from"),
                day(rs, "valid_to"),
                rs.getBoolean("open"));
        return new ArticleVersion(
                rs.getObject("id", UUID.class),
                rs.getObject("article", UUID.class),
                rs.getInt("version"),
                content,
                ArticleVersion.State.valueOf(rs.getString("state")),
                rs.getObject("author", UUID.class),
                rs.getObject("checker", UUID.class),
                rs.getObject("review_by", LocalDate.class));
    }
}
