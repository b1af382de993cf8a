package org.shouwen.reporting.briefs;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.StoredFormat;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.reporting.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of briefs, their versions and samples. */
@Repository
class BriefStore {
    static final StoredFormat<BriefText> TEXT = StoredFormat.of(BriefText.class);
    private static final StoredFormat<BriefData> DATA = StoredFormat.of(BriefData.class);
    private static final String LINE = """
            select b.*, (select max(no) from reporting.brief_version v where v.brief = b.id) as version from reporting.brief b
            """;

    private final JdbcClient jdbc;

    BriefStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when there is one of this kind and time */
    boolean insert(UUID id, BriefKind kind, Period period, Instant at, BriefData data) {
        return jdbc.sql("""
                        insert into reporting.brief (id, kind, from_day, to_day, made_at, data)
                        values (:id, :kind, :from, :to, :at, :data) on conflict (kind, from_day) do nothing
                        """)
                        .param("id", id)
                        .param("kind", kind.name())
                        .param("from", Date.valueOf(period.from()))
                        .param("to", Date.valueOf(period.to()))
                        .param("at", Timestamp.from(at))
                        .param("data", DATA.write(data))
                        .update()
                > 0;
    }

    void insert(UUID brief, Brief.Version v) {
        jdbc.sql(
                        "insert into reporting.brief_version (brief, no, at, writer, body) values (:brief, :no, :at, :writer, :body)")
                .param("brief", brief)
                .param("no", v.no())
                .param("at", Timestamp.from(v.at()))
                .param("writer", v.writer())
                .param("body", TEXT.write(v.text()))
                .update();
    }

    void insert(UUID brief, Brief.Sample s) {
        jdbc.sql("""
                        insert into reporting.brief_sample (brief, rising, no, appeal, number, words)
                        values (:brief, :rising, :no, :appeal, :number, :words)
                        """)
                .param("brief", brief)
                .param("rising", s.rising())
                .param("no", s.no())
                .param("appeal", s.appeal())
                .param("number", s.number())
                .param("words", s.words())
                .update();
    }

    void lock(UUID brief) {
        jdbc.sql("select 1 from reporting.brief where id = :id for update")
                .param("id", brief)
                .query(_ -> {});
    }

    void sent(UUID brief, int version, String sender, Instant at) {
        jdbc.sql("update reporting.brief set sender = :sender, sent_at = :at, sent_version = :version where id = :id")
                .param("id", brief)
                .param("version", version)
                .param("sender", sender)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean exists(BriefKind kind, Period period) {
        return jdbc.sql("select exists (select from reporting.brief where kind = :kind and from_day = :from)")
                .param("kind", kind.name())
                .param("from", Date.valueOf(period.from()))
                .query(Boolean.class)
                .single();
    }

    /** The last one of a kind about an earlier time. */
    Optional<UUID> before(BriefKind kind, Period period) {
        return jdbc.sql(
                        "select id from reporting.brief where kind = :kind and from_day < :from order by from_day desc limit 1")
                .param("kind", kind.name())
                .param("from", Date.valueOf(period.from()))
                .query(UUID.class)
                .optional();
    }

    /** Latest time first. */
    Page<Brief.Line> list(boolean sentOnly, @Nullable After after, int limit) {
        String where = sentOnly ? " where b.sent_at is not null" : " where true";
        Long all = jdbc.sql("select count(*) from reporting.brief b" + where)
                .query(Long.class)
                .single();
        JdbcClient.StatementSpec sql = jdbc.sql(LINE + where
                        + (after == null ? "" : " and (b.from_day, b.id) < (:day, :id)")
                        + " order by b.from_day desc, b.id desc limit :limit")
                .param("limit", limit + 1);
        if (after != null)
            sql = sql.param("day", Date.valueOf(java.time.LocalDate.ofEpochDay(after.turn())))
                    .param("id", after.id());
        return Page.of(
                sql.query(BriefStore::line).list(),
                limit,
                all,
                l -> new After(0, l.period().from().toEpochDay(), l.id()));
    }

    Optional<Brief> find(UUID id) {
        return jdbc.sql("select * from reporting.brief where id = :id")
                .param("id", id)
                .query((rs, _) -> brief(rs))
                .optional();
    }

    private Brief brief(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new Brief(
                id,
                BriefKind.valueOf(rs.getString("kind")),
                period(rs),
                Instants.of(rs, "made_at"),
                DATA.read(rs.getString("data")),
                rs.getString("sender"),
                Instants.orNull(rs, "sent_at"),
                rs.getObject("sent_version", Integer.class),
                jdbc.sql("select * from reporting.brief_version where brief = :id order by no")
                        .param("id", id)
                        .query((v, _) -> new Brief.Version(
                                v.getInt("no"),
                                Instants.of(v, "at"),
                                v.getString("writer"),
                                TEXT.read(v.getString("body"))))
                        .list(),
                jdbc.sql("select * from reporting.brief_sample where brief = :id order by rising, no")
                        .param("id", id)
                        .query((s, _) -> new Brief.Sample(
                                s.getInt("rising"),
                                s.getInt("no"),
                                s.getObject("appeal", UUID.class),
                                s.getString("number"),
                                s.getString("words")))
                        .list());
    }

    private static Brief.Line line(ResultSet rs, int row) throws SQLException {
        return new Brief.Line(
                rs.getObject("id", UUID.class),
                BriefKind.valueOf(rs.getString("kind")),
                period(rs),
                Instants.of(rs, "made_at"),
                rs.getInt("version"),
                rs.getString("sender"),
                Instants.orNull(rs, "sent_at"));
    }

    private static Period period(ResultSet rs) throws SQLException {
        return new Period(
                rs.getDate("from_day").toLocalDate(), rs.getDate("to_day").toLocalDate());
    }
}
