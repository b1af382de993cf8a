package org.shouwen.filing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperFormat;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The filing register of Article 15: due one month after the Measures were issued, and who is late. */
@Service
@Transactional
public class Register {
    /** @param filed the newest; null while nothing was filed */
    public record Line(Unit unit, LocalDate due, @Nullable Filed filed, boolean late) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Editions editions;
    private final Papers papers;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Register(
            JdbcClient jdbc,
            Directory directory,
            Editions editions,
            Papers papers,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.editions = editions;
        this.papers = papers;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Every unit, who is late first. */
    @Transactional(readOnly = true)
    public List<Line> lines() {
        var newest = jdbc
                .sql("select distinct on (unit) * from filing.filed order by unit, filed_at desc")
                .query(Register::filed)
                .list()
                .stream()
                .collect(Collectors.toMap(Filed::unit, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (Unit u : directory.units()) if (u.active()) lines.add(line(u, newest.get(u.id())));
        lines.sort(Comparator.comparing((Line l) -> !l.late()).thenComparing(l -> l.filed() != null));
        return lines;
    }

    @Transactional(readOnly = true)
    public Line of(UnitId unit) {
        Unit u = directory.unit(unit).orElseThrow(() -> new NotFound("unit", unit.code()));
        return line(u, newest(unit).orElse(null));
    }

    private Line line(Unit unit, @Nullable Filed filed) {
        LocalDate due = dueDate();
        Instant end = due.plusDays(1).atStartOfDay(Limits.ZONE).toInstant();
        Instant met = filed == null ? clock.instant() : filed.at();
        return new Line(unit, due, filed, !met.isBefore(end) && filed == null);
    }

    /** One month after the edition in force took effect; the Measures hold from their date of issue (Art. 26). */
    public LocalDate dueDate() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate())
                .effective()
                .plusMonths(1);
    }

    /**
     * A unit files its rules, naming section and person; filing again replaces what counts and keeps what was.
     *
     * @throws org.shouwen.problems.Refusal under Art. 15
     */
    public Filed file(String title, String section, String person, @Nullable PaperRef paper, CurrentUser by) {
        UnitId unit = by.unit();
        if (unit == null || !(by.has(Role.UNIT_LEADER) || by.has(Role.UNIT_DESK))) throw no("unit-files");
        String what = Text.optional("title", title, 100);
        String where = Text.optional("section", section, 60);
        String who = Text.optional("person", person, 40);
        if (what.isEmpty()) throw no("title-missing");
        if (where.isEmpty() || who.isEmpty()) throw no("name-section-and-person");
        if (paper == null) throw no("paper-missing");
        Filed filed = new Filed(
                UuidCreator.getTimeOrderedEpoch(), unit, what, where, who, paper, Instants.now(clock), by.name());
        jdbc.sql("""
            insert into filing.filed (id, unit, title, section, person, paper, filed_at, filed_by)
            values (:id, :unit, :title, :section, :person, :paper, :at, :by)
            """)
                .param("id", filed.id())
                .param("unit", unit.code())
                .param("title", what)
                .param("section", where)
                .param("person", who)
                .param("paper", PaperFormat.FORMAT.write(paper))
                .param("at", Timestamp.from(filed.at()))
                .param("by", by.name())
                .update();
        history.append(
                Subject.of("unit", unit.code()), filed.at(), by.actor(), "RulesFiled", json.writeValueAsString(filed));
        return filed;
    }

    /** @throws NotFound when the unit has filed nothing */
    @Transactional(readOnly = true)
    public Filed newestOf(UnitId unit) {
        return newest(unit).orElseThrow(() -> new NotFound("filing", unit.code()));
    }

    public byte[] bytes(Filed filed) {
        return papers.bytes(filed.paper());
    }

    private Optional<Filed> newest(UnitId unit) {
        return jdbc.sql("select * from filing.filed where unit = :unit order by filed_at desc limit 1")
                .param("unit", unit.code())
                .query(Register::filed)
                .optional();
    }

    private static Filed filed(ResultSet rs, int row) throws SQLException {
        return new Filed(
                rs.getObject("id", UUID.class),
                new UnitId(rs.getString("unit")),
                rs.getString("title"),
                rs.getString("section"),
                rs.getString("person"),
                PaperFormat.FORMAT.read(rs.getString("paper")),
                rs.getTimestamp("filed_at").toInstant(),
                rs.getString("filed_by"));
    }

    private static RuntimeException no(String words) {
        return new Refused(Clause.A15, "filing.refused." + words).toRefusal();
    }
}
