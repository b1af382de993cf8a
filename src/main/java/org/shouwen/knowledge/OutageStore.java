package org.shouwen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outages that were announced; each row is what the journal last wrote of it. */
@Repository
class OutageStore implements VerifiableRows {
    static final String KIND = "outage";
    static final StoredFormat<Outage> FORMAT = StoredFormat.of(Outage.class);
    private final JdbcClient jdbc;

    OutageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Outage n, Instant now) {
        jdbc.sql("""
            insert into knowledge.outage (id, unit, title, text, place, begins, ends, planned, withdrawn, changed_at)
            values (:id, :unit, :title, :text, :place, :begins, :ends, :planned, :withdrawn, :now)
            on conflict (id) do update
                set unit = excluded.unit, title = excluded.title, text = excluded.text, place = excluded.place,
                    begins = excluded.begins, ends = excluded.ends, planned = excluded.planned,
                    withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
            """)
                .param("id", n.id())
                .param("unit", n.unit().code())
                .param("title", n.title())
                .param("text", n.text())
                .param("place", PlaceCode.stored(n.place()))
                .param("begins", Timestamp.from(n.begins()))
                .param("ends", Timestamp.from(n.ends()))
                .param("planned", n.planned())
                .param("withdrawn", n.withdrawn())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Outage> lock(UUID id) {
        return jdbc.sql("select * from knowledge.outage where id = :id for update")
                .param("id", id)
                .query(OutageStore::outage)
                .optional();
    }

    Optional<Outage> find(UUID id) {
        return jdbc.sql("select * from knowledge.outage where id = :id")
                .param("id", id)
                .query(OutageStore::outage)
                .optional();
    }

    /** Those whose time ran out since {@code since} and of which nobody said that they are over, the latest first. */
    List<Outage> lapsed(Instant since, Instant now) {
        return jdbc.sql("""
            select * from knowledge.outage where not withdrawn and ends > :since and ends <= :now
            order by ends desc, id
            """)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query(OutageStore::outage)
                .list();
    }

    /** Notes that its unit is reminded that it should be over by now; false when it was reminded of this end before. */
    boolean reminds(Outage n, Instant now) {
        return jdbc.sql("""
            insert into knowledge.outage_reminder (outage, ends, at) values (:outage, :ends, :now)
            on conflict do nothing
            """)
                        .param("outage", n.id())
                        .param("ends", Timestamp.from(n.ends()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Those that are not over, the earliest first. */
    List<Outage> open(Instant now) {
        return jdbc.sql("select * from knowledge.outage where not withdrawn and ends > :now order by begins, id")
                .param("now", Timestamp.from(now))
                .query(OutageStore::outage)
                .list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from knowledge.outage order by id").query(OutageStore::outage).stream()
                .map(n -> Row.asLastWritten(n.id(), n, FORMAT).known(n.unit().code() + " " + n.title()));
    }

    private static Outage outage(ResultSet rs, int row) throws SQLException {
        return new Outage(
                rs.getObject("id", UUID.class),
                new UnitId(rs.getString("unit")),
                rs.getString("title"),
                rs.getString("text"),
                PlaceCode.of(rs.getString("place")),
                rs.getTimestamp("begins").toInstant(),
                rs.getTimestamp("ends").toInstant(),
                rs.getBoolean("planned"),
                rs.getBoolean("withdrawn"));
    }
}
