package org.shouwen.roster;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 维护: each unit looks through its part of the knowledge base and of the service directory, and says so (Art. 4). */
@Service
@Transactional
public class Upkeep {
    public enum What {
        /** 知识库. */
        KNOWLEDGE,
        /** 便民服务企业名录. */
        DIRECTORY
    }

    /**
     * @param last when the unit last said that all is up to date; null: never
     * @param open how many things the unit has to do before it can say so
     */
    public record Line(
            Unit unit, What what, @Nullable Instant last, String by, LocalDate due, boolean late, int open) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Editions editions;
    private final History history;
    private final JsonMapper json;
    private final List<UpkeepWork> work;
    private final InstantSource clock;

    Upkeep(
            JdbcClient jdbc,
            Directory directory,
            Editions editions,
            History history,
            JsonMapper json,
            List<UpkeepWork> work,
            InstantSource clock) {
        this.work = List.copyOf(work);
        this.jdbc = jdbc;
        this.directory = directory;
        this.editions = editions;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    private record Said(Instant at, String by) {}

    /** All units' duties, or one unit's: the late ones first, then by when they fall due. */
    @Transactional(readOnly = true)
    public List<Line> lines(@Nullable UnitId only) {
        Map<String, Said> said = new HashMap<>();
        jdbc.sql("select distinct on (unit, what) unit, what, at, by from roster.upkeep order by unit, what, at desc")
                .query(rs -> {
                    said.put(
                            rs.getString("unit") + "/" + rs.getString("what"),
                            new Said(rs.getTimestamp("at").toInstant(), rs.getString("by")));
                });
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        LocalDate from = editions.current(today).effective();
        int every = editions.current(today).upkeepDays();
        List<Line> lines = new ArrayList<>();
        Map<What, Map<UnitId, Integer>> open = new EnumMap<>(What.class);
        for (What what : What.values()) open.put(what, open(what, today));
        for (Unit unit : directory.units()) {
            if (!unit.active() || (only != null && !only.equals(unit.id()))) continue;
            for (What what : What.values()) {
                Said s = said.get(unit.id().code() + "/" + what);
                LocalDate due = (s == null ? from : s.at().atZone(Limits.ZONE).toLocalDate()).plusDays(every);
                lines.add(new Line(
                        unit,
                        what,
                        s == null ? null : s.at(),
                        s == null ? "" : s.by(),
                        due,
                        due.isBefore(today),
                        Objects.requireNonNull(open.get(what)).getOrDefault(unit.id(), 0)));
            }
        }
        lines.sort(Comparator.comparing((Line l) -> !l.late()).thenComparing(Line::due));
        return lines;
    }

    private Map<UnitId, Integer> open(What what, LocalDate today) {
        Map<UnitId, Integer> open = new HashMap<>();
        for (UpkeepWork each : work) each.open(what, today).forEach((unit, n) -> open.merge(unit, n, Integer::sum));
        return open;
    }

    /** The unit has looked through it: all that stands there is right, or has been put right. */
    public void done(What what, @Nullable String typed, CurrentUser by) {
        UnitId unit = by.unit();
        if (unit == null || !(by.has(Role.UNIT_DESK) || by.has(Role.UNIT_LEADER)))
            throw new Refused(Clause.A4, "roster.refused.unit-keeps").toRefusal();
        String words = Text.required("words", typed, 500);
        Instant now = Instants.now(clock);
        if (open(what, now.atZone(Limits.ZONE).toLocalDate()).getOrDefault(unit, 0) > 0)
            throw new Refused(Clause.A4, "roster.refused.work-open").toRefusal();
        jdbc.sql("insert into roster.upkeep (unit, what, at, by, words) values (:unit, :what, :at, :by, :words)")
                .param("unit", unit.code())
                .param("what", what.name())
                .param("at", Timestamp.from(now))
                .param("by", by.name())
                .param("words", words)
                .update();
        history.append(
                Subject.of("unit", unit.code()),
                now,
                by.actor(),
                "UpkeepDone",
                json.writeValueAsString(Map.of("what", what, "words", words)));
    }
}
