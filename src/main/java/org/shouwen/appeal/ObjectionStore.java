package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.VerifiableRows;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code intake.objection}, and what {@code verify} holds them against. */
@Repository
class ObjectionStore implements VerifiableRows {
    private final JdbcClient jdbc;
    private final AppealDigest digest;

    ObjectionStore(JdbcClient jdbc, AppealDigest digest) {
        this.jdbc = jdbc;
        this.digest = digest;
    }

    /** @param salt the appeal's */
    Objection.Sealed sealed(Objection o, String salt) {
        Objection.Ruling r = o.ruling();
        return new Objection.Sealed(
                o.id(),
                o.appeal(),
                o.order(),
                o.closedAt(),
                o.acceptedBy(),
                o.askedAt(),
                digest.said(salt, "objection", o.words()),
                r == null ? null : r.upheld(),
                r == null ? null : digest.said(salt, "objection-ruling", r.reason()),
                r == null ? null : r.account(),
                r == null ? null : r.officer(),
                r == null ? null : r.at());
    }

    void insert(Objection o) {
        jdbc.sql("""
                        insert into intake.objection (id, appeal, order_number, closed_at, accepted_by, asked_at, words)
                        values (:id, :appeal, :order, :closed, :accepted, :asked, :words)
                        """)
                .param("id", o.id())
                .param("appeal", o.appeal())
                .param("order", o.order())
                .param("closed", Timestamp.from(o.closedAt()))
                .param("accepted", o.acceptedBy())
                .param("asked", Timestamp.from(o.askedAt()))
                .param("words", o.words())
                .update();
    }

    void update(Objection o) {
        Objection.Ruling r = o.ruling();
        jdbc.sql("""
                        update intake.objection set words = :words, upheld = :upheld, reason = :reason,
                            account = :account, officer = :officer, ruled_at = :at where id = :id
                        """)
                .param("words", o.words())
                .param("upheld", r == null ? null : r.upheld())
                .param("reason", r == null ? null : r.reason())
                .param("account", r == null ? null : r.account())
                .param("officer", r == null ? null : r.officer())
                .param("at", r == null ? null : Timestamp.from(r.at()))
                .param("id", o.id())
                .update();
    }

    /** Of one appeal, oldest first. */
    List<Objection> of(UUID appeal) {
        return jdbc.sql("select * from intake.objection where appeal = :appeal order by asked_at")
                .param("appeal", appeal)
                .query(ObjectionStore::map)
                .list();
    }

    Optional<Objection> lock(UUID id) {
        return jdbc.sql("select * from intake.objection where id = :id for update")
                .param("id", id)
                .query(ObjectionStore::map)
                .optional();
    }

    /** What waits for a ruling, oldest first. */
    Page<Objection> waiting(String reader, @Nullable After after, int limit) {
        String rows = "select o.*, 0 as rank, " + Keyset.earliest("o.asked_at") + " as turn from intake.objection o"
                + " join intake.appeal a on a.id = o.appeal where o.ruled_at is null and "
                + ConflictOfInterest.appeal("a.number");
        return Keyset.page(jdbc, rows, Map.of("reader", reader), after, limit, ObjectionStore::map);
    }

    @Override
    public String kind() {
        return Objection.KIND;
    }

    private record Kept(Objection objection, String salt) {}

    @Override
    public Stream<Row> rows() {
        return jdbc
                .sql("select o.*, a.salt from intake.objection o join intake.appeal a on a.id = o.appeal order by o.id")
                .query((rs, n) -> new Kept(map(rs, n), rs.getString("salt")))
                .list()
                .stream()
                .map(k -> Row.asLastWritten(k.objection().id(), sealed(k.objection(), k.salt()), Objection.FORMAT)
                        .known(k.objection().order()));
    }

    private static Objection map(ResultSet rs, int row) throws SQLException {
        OffsetDateTime ruled = rs.getObject("ruled_at", OffsetDateTime.class);
        return new Objection(
                rs.getObject("id", UUID.class),
                rs.getObject("appeal", UUID.class),
                rs.getString("order_number"),
                rs.getObject("closed_at", OffsetDateTime.class).toInstant(),
                rs.getObject("accepted_by", UUID.class),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant(),
                rs.getString("words"),
                ruled == null
                        ? null
                        : new Objection.Ruling(
                                rs.getBoolean("upheld"),
                                rs.getString("reason"),
                                rs.getObject("account", UUID.class),
                                rs.getString("officer"),
                                ruled.toInstant()));
    }
}
