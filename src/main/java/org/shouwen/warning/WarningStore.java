package org.shouwen.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.StoredFormat;
import org.shouwen.jdbc.YearNumbers;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.shouwen.problems.Stale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of warnings; the body is the whole, the other columns are what lists and signals ask for. */
@Repository
class WarningStore {
    static final StoredFormat<Warning> FORMAT = StoredFormat.of(Warning.class);

    /** Of a warning with appeals one at least is there for the reader. Binds {@code :reader}. */
    private static final String SHOWS =
            " (:reader = '' or not exists (select from warning.member n where n.warning = w.id)"
                    + " or exists (select from warning.member m where m.warning = w.id and "
                    + ConflictOfInterest.appeal("m.number") + ")) ";

    private final JdbcClient jdbc;

    WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a year, such as {@code 2026-017}; a transaction that is rolled back gives its number back. */
    String number(int year) {
        return YearNumbers.next(jdbc, "warning.last_number", year, 3);
    }

    void insert(Warning w) {
        jdbc.sql("""
                        insert into warning.warning (id, number, signal, state, matter_key, matter_class, handed_unit, raised_at,
                            changed_at, body, version)
                        values (:id, :number, :signal, :state, :key, :class, :unit, :raised, :changed, :body, :version)
                        """)
                .param("id", w.id())
                .param("number", w.number())
                .param("signal", w.signal().name())
                .param("state", w.state().name())
                .param("key", w.matterKey())
                .param("class", w.matterClass())
                .param("unit", w.handedUnit())
                .param("raised", Timestamp.from(w.evidence().at()))
                .param("changed", Timestamp.from(w.changedAt()))
                .param("body", FORMAT.write(w))
                .param("version", w.version())
                .update();
    }

    /** @throws Stale when another change came first */
    void update(Warning w) {
        int changed = jdbc.sql("""
                        update warning.warning set state = :state, handed_unit = :unit, changed_at = :changed, body = :body,
                            version = :version
                        where id = :id and version = :version - 1
                        """)
                .param("id", w.id())
                .param("state", w.state().name())
                .param("unit", w.handedUnit())
                .param("changed", Timestamp.from(w.changedAt()))
                .param("body", FORMAT.write(w))
                .param("version", w.version())
                .update();
        if (changed != 1) throw new Stale("warning", w.version() - 1, -1);
    }

    /** Whatever there is under a number, whoever asks. */
    Optional<Warning> lock(String number) {
        return jdbc.sql("select body from warning.warning where number = :number for update")
                .param("number", number)
                .query(WarningStore::warning)
                .optional();
    }

    /** The warning, where it is there for the reader. */
    Optional<Warning> find(String number, String reader) {
        return jdbc.sql("select body from warning.warning w where number = :number and" + SHOWS)
                .param("number", number)
                .param("reader", reader)
                .query(WarningStore::warning)
                .optional();
    }

    /** The warning, where it was handed to the unit. */
    Optional<Warning> ofUnit(String number, String unit) {
        return jdbc.sql("select body from warning.warning where number = :number and handed_unit = :unit")
                .param("number", number)
                .param("unit", unit)
                .query(WarningStore::warning)
                .optional();
    }

    /** Those in some states that are there for the reader; what changed last first. */
    Page<Warning> list(Set<Warning.State> states, String reader, @Nullable After after, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("reader", reader);
        params.put("states", states.stream().map(Enum::name).toArray(String[]::new));
        return Keyset.page(
                jdbc,
                "select w.id, w.body, 0 as rank, " + Keyset.latest("w.changed_at")
                        + " as turn from warning.warning w where w.state = any(:states) and" + SHOWS,
                params,
                after,
                limit,
                WarningStore::warning);
    }

    /** What was handed to a unit, for that unit; what changed last first. */
    Page<Warning> handedTo(String unit, @Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select w.id, w.body, 0 as rank, " + Keyset.latest("w.changed_at")
                        + " as turn from warning.warning w where w.handed_unit = :unit",
                Map.of("unit", unit),
                after,
                limit,
                WarningStore::warning);
    }

    /** Those that have one of these appeals and are not joined, the earliest first, locked until the transaction ends. */
    List<Warning> withAppeals(List<UUID> appeals, Instant since) {
        return jdbc.sql("""
                        select body from warning.warning w
                        where state <> 'JOINED' and (changed_at >= :since or state not in ('DISMISSED', 'ENDED'))
                          and id = any(array(
                              select m.warning from unnest(:appeals::uuid[]) a (id) join warning.member m on m.appeal = a.id))
                        order by raised_at, id for update
                        """)
                .param("since", Timestamp.from(since))
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(WarningStore::warning)
                .list();
    }

    /** The latest with this key that is not joined and goes on, or ended after a moment; locked. */
    Optional<Warning> withKey(String key, Instant since) {
        return jdbc.sql("""
                        select body from warning.warning
                        where matter_key = :key and state <> 'JOINED'
                          and (changed_at >= :since or state not in ('DISMISSED', 'ENDED'))
                        order by raised_at desc, id limit 1 for update
                        """)
                .param("key", key)
                .param("since", Timestamp.from(since))
                .query(WarningStore::warning)
                .optional();
    }

    /** What people dismissed and confirmed since a moment; of all signals and classes that have any. */
    List<Warning> ruledSince(Instant since) {
        return jdbc.sql(
                        "select body from warning.warning where changed_at >= :since and state not in ('RAISED', 'JOINED')")
                .param("since", Timestamp.from(since))
                .query(WarningStore::warning)
                .list();
    }

    /** {@link #ruledSince} of one signal and class: dismissed first, then confirmed. */
    int[] taught(Signal signal, String matterClass, Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'DISMISSED') as dismissed,
                               count(*) filter (where state in ('CONFIRMED', 'HANDED', 'WATCHED', 'ENDED')) as confirmed
                        from warning.warning where signal = :signal and matter_class = :class and changed_at >= :since
                        """)
                .param("signal", signal.name())
                .param("class", matterClass)
                .param("since", Timestamp.from(since))
                .query((rs, _) -> new int[] {rs.getInt("dismissed"), rs.getInt("confirmed")})
                .single();
    }

    List<Warning> all() {
        return new ArrayList<>(jdbc.sql("select body from warning.warning order by id")
                .query(WarningStore::warning)
                .list());
    }

    private static Warning warning(ResultSet rs, int row) throws SQLException {
        return FORMAT.read(rs.getString("body"));
    }
}
