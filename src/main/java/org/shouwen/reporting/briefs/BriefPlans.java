package org.shouwen.reporting.briefs;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The days on which briefs are made by themselves; the Bureau's to set. */
@Service
@Transactional
public class BriefPlans {
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    BriefPlans(JdbcClient jdbc, History history, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** The weekly one first. */
    @Transactional(readOnly = true)
    public List<BriefPlan> all() {
        return jdbc.sql("select * from reporting.brief_plan order by kind desc")
                .query((rs, _) -> new BriefPlan(
                        rs.getObject("id", UUID.class),
                        BriefKind.valueOf(rs.getString("kind")),
                        rs.getInt("day"),
                        rs.getBoolean("active"),
                        rs.getString("recipients"),
                        rs.getString("set_by"),
                        Instants.orNull(rs, "set_at")))
                .list();
    }

    BriefPlan of(BriefKind kind) {
        return all().stream().filter(p -> p.kind() == kind).findFirst().orElseThrow();
    }

    /** @throws BadInput when the day is none of the week, or none that all months have */
    public void set(BriefKind kind, int day, boolean active, String typed, CurrentUser by) {
        if (!kind.day(day)) throw new BadInput("day", "reporting.bad.brief-day");
        String recipients = Text.optional("recipients", typed, LONGEST);
        jdbc.sql("""
                        update reporting.brief_plan set day = :day, active = :active, recipients = :recipients, set_by = :by, set_at = :at
                        where kind = :kind
                        """)
                .param("day", day)
                .param("active", active)
                .param("recipients", recipients)
                .param("by", by.name())
                .param("at", Timestamp.from(Instants.now(clock)))
                .param("kind", kind.name())
                .update();
        history.append(
                new Subject(BriefPlan.KIND, of(kind).id()),
                Instants.now(clock),
                by.actor(),
                "BriefPlanSet",
                json.writeValueAsString(Map.of("kind", kind.name(), "day", day, "active", active)));
    }
}
