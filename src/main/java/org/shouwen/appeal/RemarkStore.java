package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.Parties;
import org.shouwen.confidentiality.Party;
import org.shouwen.history.VerifiableRows;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code intake.remark}, and what {@code verify} holds them against. */
@Repository
class RemarkStore implements VerifiableRows {
    private final Parties parties;
    private final JdbcClient jdbc;

    RemarkStore(JdbcClient jdbc, Parties parties) {
        this.parties = parties;
        this.jdbc = jdbc;
    }

    void insert(Remark r) {
        jdbc.sql("insert into intake.remark (id, appeal, kind, at) values (:id, :appeal, :kind, :at)")
                .param("id", r.id())
                .param("appeal", r.appeal())
                .param("kind", r.kind().name())
                .param("at", Timestamp.from(r.at()))
                .update();
    }

    void read(Remark r) {
        Remark.Reading desk = r.desk();
        Remark.Reading unit = r.unit();
        jdbc.sql("""
                        update intake.remark set desk_account = :deskAccount, desk_name = :deskName, desk_at = :deskAt,
                            unit_account = :unitAccount, unit_name = :unitName, unit_at = :unitAt where id = :id
                        """)
                .param("deskAccount", desk == null ? null : desk.account())
                .param("deskName", desk == null ? null : desk.name())
                .param("deskAt", desk == null ? null : Timestamp.from(desk.at()))
                .param("unitAccount", unit == null ? null : unit.account())
                .param("unitName", unit == null ? null : unit.name())
                .param("unitAt", unit == null ? null : Timestamp.from(unit.at()))
                .param("id", r.id())
                .update();
    }

    Optional<Remark> lock(UUID id) {
        return jdbc.sql("select * from intake.remark where id = :id for update")
                .param("id", id)
                .query(RemarkStore::map)
                .optional();
    }

    /** Those of these appeals, oldest first. */
    List<Remark> of(Collection<UUID> appeals) {
        return jdbc.sql("select * from intake.remark where appeal = any(:appeals) order by at, id")
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(RemarkStore::map)
                .list();
    }

    /** Appeals whose matter an order is: its own, those joined under it, those that reminded of it or of one of these. */
    List<UUID> people(String order) {
        return parties.of(List.of(order)).stream().map(Party::appeal).toList();
    }

    /** Of these orders, those with something that is new to the side. */
    Set<String> fresh(Collection<String> some, boolean platform) {
        List<Party> people = parties.of(some);
        Set<UUID> fresh = fresh(people.stream().map(Party::appeal).toList(), platform ? "desk_at" : "unit_at");
        List<Party> said =
                people.stream().filter(p -> fresh.contains(p.appeal())).toList();
        Map<String, String> leads = people.stream()
                .filter(p -> p.part() == Party.Part.JOINED && p.with() != null)
                .collect(Collectors.toMap(Party::number, p -> Objects.requireNonNull(p.with())));
        return some.stream()
                .filter(order -> said.stream().anyMatch(p -> p.of(order) || goesUnder(p, order, leads)))
                .collect(Collectors.toSet());
    }

    /** Whether it reminded of an order that goes under this one. */
    private static boolean goesUnder(Party reminder, String order, Map<String, String> leads) {
        String of = reminder.with();
        return of != null && order.equals(leads.get(of));
    }

    private Set<UUID> fresh(Collection<UUID> appeals, String side) {
        return Set.copyOf(jdbc.sql("select distinct appeal from intake.remark where " + side
                        + " is null and appeal = any(:appeals)")
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Of these appeals, those with something that nobody of the desk has read. */
    Set<UUID> freshAppeals(Collection<UUID> appeals) {
        return fresh(appeals, "desk_at");
    }

    /** What nobody of the desk has read, oldest first. */
    Page<Remark> waiting(String reader, @Nullable After after, int limit) {
        String rows = "select r.*, 0 as rank, " + Keyset.earliest("r.at") + " as turn from intake.remark r"
                + " join intake.appeal a on a.id = r.appeal where r.desk_at is null and "
                + ConflictOfInterest.appeal("a.number");
        return Keyset.page(jdbc, rows, Map.of("reader", reader), after, limit, RemarkStore::map);
    }

    @Override
    public String kind() {
        return Remark.KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from intake.remark order by id").query(RemarkStore::map).list().stream()
                .map(r -> Row.asLastWritten(r.id(), r, Remark.FORMAT).known(() -> appealOf(r)));
    }

    /** How people know a remark: by the number of its appeal. */
    private String appealOf(Remark r) {
        return jdbc.sql("select number from intake.appeal where id = :id")
                .param("id", r.appeal())
                .query(String.class)
                .optional()
                .orElse(r.id().toString());
    }

    private static Remark map(ResultSet rs, int row) throws SQLException {
        return new Remark(
                rs.getObject("id", UUID.class),
                rs.getObject("appeal", UUID.class),
                Remark.Kind.valueOf(rs.getString("kind")),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                reading(rs, "desk"),
                reading(rs, "unit"));
    }

    private static Remark.@Nullable Reading reading(ResultSet rs, String side) throws SQLException {
        OffsetDateTime at = rs.getObject(side + "_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Remark.Reading(
                        rs.getObject(side + "_account", UUID.class), rs.getString(side + "_name"), at.toInstant());
    }
}
