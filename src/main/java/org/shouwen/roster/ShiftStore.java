package org.shouwen.roster;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shifts; each is what the journal last wrote of it. */
@Repository
class ShiftStore implements VerifiableRows {
    static final String KIND = "shift";
    static final StoredFormat<Shift> FORMAT = StoredFormat.of(Shift.class);
    private final JdbcClient jdbc;

    ShiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String write(Shift s) {
        return FORMAT.write(s);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the unit is planned then already */
    void put(Shift s) {
        jdbc.sql("""
            insert into roster.shift (id, day, half, purpose, unit, person, state, swap)
            values (:id, :day, :half, :purpose, :unit, :person, :state, :swap)
            on conflict (id) do update set unit = excluded.unit, person = excluded.person,
                state = excluded.state, swap = excluded.swap
            """)
                .param("id", s.id())
                .param("day", Date.valueOf(s.day()))
                .param("half", s.half().name())
                .param("purpose", s.purpose().name())
                .param("unit", s.unit().code())
                .param("person", s.person())
                .param("state", s.state().name())
                .param("swap", s.swap())
                .update();
    }

    boolean planned(LocalDate day, Shift.Half half, UnitId unit) {
        return jdbc.sql("""
            select exists (select from roster.shift
                           where day = :day and half = :half and unit = :unit and state <> 'REMOVED')
            """)
                .param("day", Date.valueOf(day))
                .param("half", half.name())
                .param("unit", unit.code())
                .query(Boolean.class)
                .single();
    }

    Optional<Shift> lock(UUID id) {
        return jdbc.sql("select * from roster.shift where id = :id for update")
                .param("id", id)
                .query(ShiftStore::shift)
                .optional();
    }

    List<Shift> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select * from roster.shift where day >= :from and day < :to and state <> 'REMOVED' order by day, half desc, unit
            """)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query(ShiftStore::shift)
                .list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from roster.shift order by id").query(ShiftStore::shift).list().stream()
                .map(s -> Row.asLastWritten(s.id(), s, FORMAT)
                        .known(s.day() + " " + s.unit().code()));
    }

    private static Shift shift(ResultSet rs, int row) throws SQLException {
        return new Shift(
                rs.getObject("id", UUID.class),
                rs.getDate("day").toLocalDate(),
                Shift.Half.valueOf(rs.getString("half")),
                Shift.Purpose.valueOf(rs.getString("purpose")),
                new UnitId(rs.getString("unit")),
                rs.getString("person"),
                Shift.State.valueOf(rs.getString("state")),
                rs.getObject("swap", UUID.class));
    }
}
