package org.shouwen.channels.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.coordinates.Datum;
import org.shouwen.coordinates.Position;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The public copies, and how far the journal was read for them. */
@Repository
class RequestStore {
    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may be read now, newest first. */
    List<PublicRequest> listed(RequestFilter f) {
        var query = jdbc.sql("select * from open311.request where listed"
                + (f.ids().isEmpty() ? "" : " and id = any(:ids)")
                + (f.ids().isEmpty() ? " and requested_at >= :from and requested_at <= :until" : "")
                + (f.services().isEmpty() ? "" : " and service = any(:services)")
                + (f.open() == null ? "" : " and open = :open")
                + (f.updatedFrom() == null ? "" : " and updated_at >= :updatedFrom")
                + (f.updatedUntil() == null ? "" : " and updated_at <= :updatedUntil")
                + " order by requested_at desc, id desc limit :most offset :skip");
        query = query.param("most", f.most()).param("skip", f.skip());
        if (f.ids().isEmpty())
            query = query.param("from", Timestamp.from(f.from())).param("until", Timestamp.from(f.until()));
        else query = query.param("ids", f.ids().toArray(String[]::new));
        if (!f.services().isEmpty())
            query = query.param("services", f.services().toArray(String[]::new));
        if (f.open() != null) query = query.param("open", f.open());
        if (f.updatedFrom() != null) query = query.param("updatedFrom", Timestamp.from(f.updatedFrom()));
        if (f.updatedUntil() != null) query = query.param("updatedUntil", Timestamp.from(f.updatedUntil()));
        return query.query((rs, _) -> request(rs)).list();
    }

    Optional<PublicRequest> ofToken(String token) {
        return jdbc.sql("select * from open311.request where token = :token")
                .param("token", token)
                .query((rs, _) -> request(rs))
                .optional();
    }

    Optional<PublicRequest> ofAppeal(UUID appeal) {
        return jdbc.sql("select * from open311.request where appeal = :appeal")
                .param("appeal", appeal)
                .query((rs, _) -> request(rs))
                .optional();
    }

    /** How many were posted with a key since a moment. */
    int postedSince(UUID key, Instant since) {
        return jdbc.sql("select count(*) from open311.request where posted_by = :key and requested_at > :since")
                .param("key", key)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Writes it as it is now; the same appeal has one copy only. */
    void put(PublicRequest r) {
        Position p = r.position();
        jdbc.sql("""
                        insert into open311.request (id, token, appeal, service, posted_by, listed, open, outcome, agency, place,
                            latitude, longitude, datum, requested_at, updated_at, expected_at)
                        values (:id, :token, :appeal, :service, :postedBy, :listed, :open, :outcome, :agency, :place,
                            :latitude, :longitude, :datum, :requested, :updated, :expected)
                        on conflict (id) do update set service = excluded.service, listed = excluded.listed,
                            open = excluded.open, outcome = excluded.outcome, agency = excluded.agency,
                            place = excluded.place, updated_at = excluded.updated_at, expected_at = excluded.expected_at
                        """)
                .param("id", r.id())
                .param("token", r.token())
                .param("appeal", r.appeal())
                .param("service", r.service())
                .param("postedBy", r.postedBy())
                .param("listed", r.listed())
                .param("open", r.open())
                .param("outcome", r.outcome())
                .param("agency", r.agency())
                .param("place", r.place())
                .param("latitude", p == null ? null : p.latitude())
                .param("longitude", p == null ? null : p.longitude())
                .param("datum", p == null ? null : p.datum().name())
                .param("requested", Timestamp.from(r.requestedAt()))
                .param("updated", Timestamp.from(r.updatedAt()))
                .param("expected", Instants.timestamp(r.expectedAt()))
                .update();
    }

    /** No way leads back from the copy to the appeal any more, and where exactly it was is gone. */
    void forget(UUID appeal) {
        jdbc.sql("""
                        update open311.request set appeal = null, posted_by = null, latitude = null, longitude = null,
                            datum = null where appeal = :appeal
                        """).param("appeal", appeal).update();
    }

    private static PublicRequest request(ResultSet rs) throws SQLException {
        String datum = rs.getString("datum");
        return new PublicRequest(
                rs.getString("id"),
                rs.getString("token"),
                rs.getObject("appeal", UUID.class),
                rs.getString("service"),
                rs.getObject("posted_by", UUID.class),
                rs.getBoolean("listed"),
                rs.getBoolean("open"),
                rs.getString("outcome"),
                rs.getString("agency"),
                rs.getString("place"),
                datum == null
                        ? null
                        : new Position(rs.getDouble("latitude"), rs.getDouble("longitude"), Datum.valueOf(datum)),
                Instants.of(rs, "requested_at"),
                Instants.of(rs, "updated_at"),
                Instants.orNull(rs, "expected_at"));
    }
}
