package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Chain;
import org.shouwen.history.StoredFormat;
import org.shouwen.jdbc.Instants;
import org.springframework.stereotype.Component;

/** Rows of {@code intake.appeal} as appeals, and outcomes as text. */
@Component
class AppealRows {
    static final StoredFormat<AppealEvent> EVENTS = StoredFormat.of(AppealEvent.class);
    static final StoredFormat<Disposition> OUTCOMES = StoredFormat.of(Disposition.class);

    String write(Disposition outcome) {
        return OUTCOMES.write(outcome);
    }

    String write(AppealEvent event) {
        return EVENTS.write(event);
    }

    /** As the journal names it. */
    String name(AppealEvent event) {
        return EVENTS.name(event);
    }

    AppealEvent event(String body) {
        return EVENTS.read(body);
    }

    Appeal map(ResultSet rs, int row) throws SQLException {
        return new Appeal(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                Instants.of(rs, "received_at"),
                Instants.orNull(rs, "written_at"),
                rs.getString("channel"),
                rs.getString("channel_ref"),
                rs.getString("unit") == null ? null : new UnitId(rs.getString("unit")),
                rs.getObject("appellant", UUID.class),
                rs.getString("salt"),
                words(rs),
                decision(rs),
                rating(rs),
                review(rs),
                new Chain(rs.getLong("version"), rs.getBytes("head")));
    }

    private static AppealContent words(ResultSet rs) throws SQLException {
        return new AppealContent(
                rs.getString("kind"),
                rs.getString("matter_class"),
                rs.getString("place"),
                rs.getString("location"),
                rs.getString("happened_at"),
                rs.getString("title"),
                rs.getString("content"),
                rs.getString("wants"),
                rs.getBoolean("enterprise"),
                rs.getBoolean("secret"),
                rs.getString("urgent_kind"),
                rs.getString("note"),
                rs.getString("accused"));
    }

    private static Appeal.@Nullable Decision decision(ResultSet rs) throws SQLException {
        String detail = rs.getString("outcome_detail");
        if (detail == null) return null;
        return new Appeal.Decision(
                OUTCOMES.read(detail),
                rs.getObject("officer_account", UUID.class),
                rs.getString("officer_name"),
                Instants.of(rs, "decided_at"));
    }

    private static Appeal.@Nullable Rating rating(ResultSet rs) throws SQLException {
        Instant at = Instants.orNull(rs, "rated_at");
        return at == null
                ? null
                : new Appeal.Rating(
                        rs.getBoolean("satisfied"), rs.getBoolean("resolved"), rs.getString("rating_words"), at);
    }

    private static @Nullable Review review(ResultSet rs) throws SQLException {
        Instant asked = Instants.orNull(rs, "review_asked_at");
        if (asked == null) return null;
        Instant at = Instants.orNull(rs, "reviewed_at");
        Review.Ruling ruling = at == null
                ? null
                : new Review.Ruling(
                        rs.getBoolean("review_upheld"),
                        rs.getString("review_reason"),
                        rs.getObject("review_account", UUID.class),
                        rs.getString("review_officer"),
                        at);
        return new Review(asked, rs.getString("review_words"), ruling);
    }
}
