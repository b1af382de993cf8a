package org.shouwen.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.jdbc.Instants;
import org.shouwen.jdbc.Turns;
import org.shouwen.jdbc.YearNumbers;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the accountability cases. */
@Repository
class BreachStore {
    private static final StoredFormat<Steps> STEPS = StoredFormat.of(Steps.class);
    private final JdbcClient jdbc;

    BreachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String number(int year) {
        return YearNumbers.next(jdbc, "accountability.last_number", year);
    }

    void insert(Breach b) {
        jdbc.sql("""
                        insert into accountability.breach (id, number, unit, person, ground, order_number, words, evidence,
                            evidence_sha, opened_at, opened_by, steps)
                        values (:id, :number, :unit, :person, :ground, :order, :words, :evidence, :sha, :at, :by, :steps)
                        """)
                .param("id", b.id())
                .param("number", b.number())
                .param("unit", b.unit().code())
                .param("person", b.person())
                .param("ground", b.ground().name())
                .param("order", b.orderNumber())
                .param("words", b.words())
                .param("evidence", b.evidence())
                .param("sha", b.evidenceSha())
                .param("at", Timestamp.from(b.openedAt()))
                .param("by", b.openedBy())
                .param("steps", steps(b))
                .update();
    }

    void update(Breach b) {
        jdbc.sql("""
                        update accountability.breach set heard_at = :heardAt, hearing = :hearing, found_at = :foundAt,
                            upheld = :upheld, finding = :finding, sanction = :sanction, mitigation = cast(:mitigation as text[]),
                            second = :second, referred_at = :referredAt, referred_to = :to, referral = :referral,
                            steps = :steps
                        where id = :id
                        """)
                .param("heardAt", Instants.timestamp(b.heardAt()))
                .param("hearing", b.hearing())
                .param("foundAt", Instants.timestamp(b.foundAt()))
                .param("upheld", b.upheld())
                .param("finding", b.finding())
                .param("sanction", b.sanction())
                .param("mitigation", b.mitigation().stream().map(Enum::name).toArray(String[]::new))
                .param("second", b.second())
                .param("referredAt", Instants.timestamp(b.referredAt()))
                .param("to", b.referredTo())
                .param("referral", b.referral() == null ? null : b.referral().name())
                .param("steps", steps(b))
                .param("id", b.id())
                .update();
    }

    private static @Nullable String steps(Breach b) {
        return b.procedure() == null ? null : STEPS.write(b.procedure());
    }

    /** A unit's own cases: what waits for it first, then newest first. */
    Page<Breach> ofUnit(UnitId unit, @Nullable After after, int limit) {
        String rows = "select b.*, (found_at is not null)::int as rank, " + Keyset.latest("opened_at")
                + " as turn from accountability.breach b where unit = :unit";
        return Keyset.page(jdbc, rows, Map.of("unit", unit.code()), after, limit, BreachStore::breach);
    }

    /** Cases that the unit has not answered before the hearing, or whose finding nobody of it has read. */
    int waitingForUnit(UnitId unit) {
        return jdbc.sql("""
                select count(*) from accountability.breach where unit = :unit
                  and (heard_at is null and steps::jsonb -> 'answered' = 'null'
                    or found_at is not null and steps::jsonb -> 'read' = 'null')
                """).param("unit", unit.code()).query(Integer.class).single();
    }

    Optional<Breach> lock(String number) {
        return jdbc.sql("select * from accountability.breach where number = :number for update")
                .param("number", number)
                .query(BreachStore::breach)
                .optional();
    }

    Optional<Breach> find(String number) {
        return jdbc.sql("select * from accountability.breach where number = :number")
                .param("number", number)
                .query(BreachStore::breach)
                .optional();
    }

    List<Breach> all() {
        return jdbc.sql("select * from accountability.breach order by id")
                .query(BreachStore::breach)
                .list();
    }

    /** What has to be heard and found first, oldest first; then what was found, newest first. */
    Page<Breach> list(String reader, @Nullable After after, int limit) {
        String rows = "select b.*, (found_at is not null)::int as rank, case when found_at is null then "
                + Keyset.earliest("opened_at") + " else " + Keyset.latest("found_at") + " end as turn"
                + " from accountability.breach b where " + ConflictOfInterest.order("b.order_number");
        return Keyset.page(jdbc, rows, Map.of("reader", reader), after, limit, BreachStore::breach);
    }

    /**
     * Whoever finds about this unit waits until every finding before is committed: of two firsts at one moment one is the
     * second (23.4). Held until the transaction ends.
     */
    void lockFindings(UnitId unit) {
        Turns.await(jdbc, 971, unit.code());
    }

    /** When breaches of a unit were verified, since a moment. */
    List<Instant> verified(UnitId unit, Instant since) {
        return jdbc.sql(
                        "select found_at from accountability.breach where unit = :unit and upheld and found_at > :since")
                .param("unit", unit.code())
                .param("since", Timestamp.from(since))
                .query((rs, _) -> rs.getTimestamp(1).toInstant())
                .list();
    }

    private static Breach breach(ResultSet rs, int row) throws SQLException {
        boolean upheld = rs.getBoolean("upheld");
        Boolean verified = rs.wasNull() ? null : Boolean.valueOf(upheld);
        String referral = rs.getString("referral");
        return new Breach(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                new UnitId(rs.getString("unit")),
                rs.getString("person"),
                Clause.valueOf(rs.getString("ground")),
                rs.getString("order_number"),
                rs.getString("words"),
                rs.getString("evidence"),
                rs.getString("evidence_sha"),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getString("opened_by"),
                Instants.orNull(rs, "heard_at"),
                rs.getString("hearing"),
                Instants.orNull(rs, "found_at"),
                verified,
                rs.getString("finding"),
                rs.getString("sanction"),
                Arrays.stream((String[]) rs.getArray("mitigation").getArray())
                        .map(Clause::valueOf)
                        .toList(),
                rs.getBoolean("second"),
                Instants.orNull(rs, "referred_at"),
                rs.getString("referred_to"),
                referral == null ? null : Clause.valueOf(referral),
                rs.getString("steps") == null ? null : STEPS.read(rs.getString("steps")));
    }
}
