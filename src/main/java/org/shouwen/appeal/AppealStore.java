package org.shouwen.appeal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Chain;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.Stale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes appeals; reading for lists is {@link Appeals}' own. */
@Repository
class AppealStore {
    @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest only
    record Taken(Appeal appeal, String from, @Nullable String key, byte[] fingerprint) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final AppealRows rows;

    AppealStore(JdbcTemplate template, JdbcClient jdbc, AppealRows rows) {
        this.template = template;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(List<PreparedAppeal> submissions) {
        template.batchUpdate("""
                insert into intake.appeal (id, number, received_at, written_at, channel, channel_ref, appellant, kind,
                    matter_class, place, location, happened_at, title, content, wants, enterprise, secret, urgent_kind,
                    note, state, outcome, outcome_detail, order_number, officer_account, officer_name, decided_at,
                    origin, idempotency_key, fingerprint, version, head, unit, accused, salt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, submissions, submissions.size(), this::bind);
    }

    private void bind(PreparedStatement ps, PreparedAppeal s) throws SQLException {
        Appeal a = s.appeal();
        AppealContent w = a.words();
        Appeal.Decision d = a.decision();
        int i = 0;
        ps.setObject(++i, a.id());
        ps.setString(++i, a.number());
        ps.setTimestamp(++i, Timestamp.from(a.receivedAt()));
        ps.setTimestamp(++i, Instants.timestamp(a.writtenAt()));
        ps.setString(++i, a.channel());
        ps.setString(++i, a.channelRef());
        ps.setObject(++i, a.appellant());
        ps.setString(++i, w.kind());
        ps.setString(++i, w.matterClass());
        ps.setString(++i, w.place());
        ps.setString(++i, w.location());
        ps.setString(++i, w.happenedAt());
        ps.setString(++i, w.title());
        ps.setString(++i, w.content());
        ps.setString(++i, w.wants());
        ps.setBoolean(++i, w.enterprise());
        ps.setBoolean(++i, w.secret());
        ps.setString(++i, w.urgentKind());
        ps.setString(++i, w.note());
        ps.setString(++i, a.state().name());
        ps.setString(++i, d == null ? null : d.outcome().type());
        ps.setString(++i, d == null ? null : rows.write(d.outcome()));
        ps.setString(++i, d == null ? null : orderNumber(a.number(), d.outcome()));
        ps.setObject(++i, d == null ? null : d.account());
        ps.setString(++i, d == null ? null : d.officer());
        ps.setTimestamp(++i, d == null ? null : Instants.timestamp(d.at()));
        ps.setString(++i, s.origin().from());
        ps.setString(++i, s.origin().key());
        ps.setBytes(++i, s.fingerprint());
        ps.setLong(++i, a.chain().seq());
        ps.setBytes(++i, a.chain().head());
        ps.setString(++i, a.unit() == null ? null : a.unit().code());
        ps.setString(++i, w.accused());
        ps.setString(++i, a.salt());
    }

    /** What the same requests, or the same references of a channel, became before. */
    List<Taken> taken(List<PreparedAppeal> submissions) {
        List<Object> args = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        for (PreparedAppeal s : submissions) {
            if (s.origin().key() != null) {
                where.append(where.isEmpty() ? "" : " or ").append("(origin = ? and idempotency_key = ?)");
                args.add(s.origin().from());
                args.add(s.origin().key());
            }
            if (s.appeal().channelRef() != null) {
                where.append(where.isEmpty() ? "" : " or ").append("(channel = ? and channel_ref = ?)");
                args.add(s.appeal().channel());
                args.add(s.appeal().channelRef());
            }
        }
        if (args.isEmpty()) return List.of();
        return template.query(
                "select * from intake.appeal where " + where,
                (rs, n) -> new Taken(
                        rows.map(rs, n),
                        rs.getString("origin"),
                        rs.getString("idempotency_key"),
                        rs.getBytes("fingerprint")),
                args.toArray());
    }

    Optional<Appeal> find(String number) {
        return jdbc.sql("select * from intake.appeal where number = :number")
                .param("number", number)
                .query(rows::map)
                .optional();
    }

    List<Appeal> all(Collection<String> numbers) {
        return jdbc.sql("select * from intake.appeal where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(rows::map)
                .list();
    }

    Optional<Appeal> lock(String number) {
        return jdbc.sql("select * from intake.appeal where number = :number for update")
                .param("number", number)
                .query(rows::map)
                .optional();
    }

    void decide(Appeal before, AppealContent w, Appeal.Decision d, Chain chain) {
        advance(
                before,
                chain,
                jdbc.sql("""
                        update intake.appeal set kind = :kind, matter_class = :class, place = :place,
                            location = :location, happened_at = :happened, state = 'DECIDED', outcome = :outcome,
                            outcome_detail = :detail, order_number = :order, officer_account = :account,
                            officer_name = :officer, decided_at = :at, version = :version, head = :head
                        where id = :id and version = :seen
                        """)
                        .param("kind", w.kind())
                        .param("class", w.matterClass())
                        .param("place", w.place())
                        .param("location", w.location())
                        .param("happened", w.happenedAt())
                        .param("outcome", d.outcome().type())
                        .param("detail", rows.write(d.outcome()))
                        .param("order", orderNumber(before.number(), d.outcome()))
                        .param("account", d.account())
                        .param("officer", d.officer())
                        .param("at", Timestamp.from(d.at())));
    }

    void rate(Appeal before, Appeal.Rating r, Chain chain) {
        advance(
                before,
                chain,
                jdbc.sql("""
                        update intake.appeal set satisfied = :satisfied, resolved = :resolved, rating_words = :words,
                            rated_at = :at, version = :version, head = :head
                        where id = :id and version = :seen
                        """)
                        .param("satisfied", r.satisfied())
                        .param("resolved", r.resolved())
                        .param("words", r.words())
                        .param("at", Timestamp.from(r.at())));
    }

    /** What was said of an outcome goes with it. */
    void unrate(Appeal before, Chain chain) {
        jdbc.sql("update intake.appeal set satisfied = null, resolved = null, rating_words = null, rated_at = null"
                        + " where id = :id")
                .param("id", before.id())
                .update();
        moved(before, chain);
    }

    /** An overturned decline is withdrawn: the appeal waits at the desk as if nobody had decided yet. */
    void review(Appeal before, Review r, Chain chain) {
        Review.Ruling g = r.ruling();
        advance(
                before,
                chain,
                jdbc.sql("update intake.appeal set "
                                + (r.overturned()
                                        ? "state = 'WAITING', outcome = null, outcome_detail = null, order_number = null,"
                                                + " officer_account = null, officer_name = null, decided_at = null, "
                                        : "")
                                + """
                        review_asked_at = :asked, review_words = :words, review_upheld = :upheld,
                            review_reason = :reason, review_account = :account, review_officer = :officer,
                            reviewed_at = :at, version = :version, head = :head
                        where id = :id and version = :seen
                        """)
                        .param("asked", Timestamp.from(r.askedAt()))
                        .param("words", r.words())
                        .param("upheld", g == null ? null : g.upheld())
                        .param("reason", g == null ? null : g.reason())
                        .param("account", g == null ? null : g.account())
                        .param("officer", g == null ? null : g.officer())
                        .param("at", g == null ? null : Timestamp.from(g.at())));
    }

    void add(Appeal before, UUID id, String text, Instant at, Chain chain) {
        jdbc.sql("insert into intake.addition (id, appeal, at, text) values (:id, :appeal, :at, :text)")
                .param("id", id)
                .param("appeal", before.id())
                .param("at", Timestamp.from(at))
                .param("text", text)
                .update();
        moved(before, chain);
    }

    /** Its term has run out: what was written stands masked. */
    void forget(Appeal a, Instant at, Chain chain) {
        AppealContent w = a.words();
        Review review = a.review();
        jdbc.sql("""
                        update intake.appeal set location = :location, happened_at = :happened, title = :title,
                            content = :content, wants = :wants, note = :note, accused = :accused, outcome_detail = :outcome,
                            rating_words = :rating, review_words = :review, review_reason = :ruling,
                            channel_ref = null, salt = '', fingerprint = '', idempotency_key = null, forgotten_at = :at
                        where id = :id
                        """)
                .param("location", w.location())
                .param("happened", w.happenedAt())
                .param("title", w.title())
                .param("content", w.content())
                .param("wants", w.wants())
                .param("note", w.note())
                .param("accused", w.accused())
                .param(
                        "outcome",
                        a.decision() == null ? null : rows.write(a.decision().outcome()))
                .param("rating", a.rating() == null ? null : a.rating().words())
                .param("review", review == null ? null : review.words())
                .param(
                        "ruling",
                        review == null || review.ruling() == null
                                ? null
                                : review.ruling().reason())
                .param("at", Timestamp.from(at))
                .param("id", a.id())
                .update();
        moved(a, chain);
    }

    /** Changes the row of the version that was read, and takes its chain on; whoever read an older one is told. */
    private static void advance(Appeal before, Chain chain, JdbcClient.StatementSpec change) {
        int changed = change.param("version", chain.seq())
                .param("head", chain.head())
                .param("id", before.id())
                .param("seen", before.version())
                .update();
        if (changed != 1) throw new Stale("appeal", before.version(), -1);
    }

    /** Only the chain has gone on. */
    void moved(Appeal before, Chain chain) {
        advance(
                before,
                chain,
                jdbc.sql(
                        "update intake.appeal set version = :version, head = :head where id = :id and version = :seen"));
    }

    /** The order that an outcome made or reminded of; people know it by number. */
    static @Nullable String orderNumber(String own, Disposition outcome) {
        return switch (outcome) {
            case Disposition.Ordered _, Disposition.Joined _ -> own;
            case Disposition.Reminded r -> r.number();
            case Disposition.Answered _,
                    Disposition.Guided _,
                    Disposition.Declined _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> null;
        };
    }
}
