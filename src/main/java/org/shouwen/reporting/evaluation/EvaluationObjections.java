package org.shouwen.reporting.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A unit objects to single orders that a draft counts; the Bureau rules, named and with a reason (Art. 3). */
@Service
@Transactional
@Basis(Clause.A3)
public class EvaluationObjections {
    static final String KIND = "evaluation_objection";
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Evaluations evaluations;
    private final History history;
    private final UnitScope scope;
    private final OrderTextRedactor words;
    private final JsonMapper json;

    EvaluationObjections(
            JdbcClient jdbc,
            Evaluations evaluations,
            History history,
            UnitScope scope,
            OrderTextRedactor words,
            JsonMapper json) {
        this.words = words;
        this.jdbc = jdbc;
        this.evaluations = evaluations;
        this.history = history;
        this.scope = scope;
        this.json = json;
    }

    /**
     * @throws BadInput when the scheme counts no such order of the unit
     * @throws org.shouwen.problems.Refusal under Art. 3 outside the days for it, or for what was objected to before
     */
    public UUID object(UUID scheme, String number, String typed, CurrentUser by) {
        UnitId unit = by.unit();
        if (unit == null) throw Evaluations.refused("unit-objects");
        String written = Text.required("reason", typed, LONGEST);
        return scope.asPlatform(() -> {
            StoredScheme s = evaluations.get(scheme);
            if (!s.holds() || !evaluations.window(s).open(evaluations.today()))
                throw Evaluations.refused("no-objections-now");
            if (!counted(s, number, unit)) throw new BadInput("number", "reporting.bad.not-counted", number);
            UUID id = UuidCreator.getTimeOrderedEpoch();
            String reason = words.unnamed(number, written, by.actor());
            int put = jdbc.sql("""
                            insert into reporting.objection (id, scheme, unit, number, reason, asked_by, asker, asked_at)
                            values (:id, :scheme, :unit, :number, :reason, :by, :asker, :at) on conflict do nothing
                            """)
                    .param("id", id)
                    .param("scheme", scheme)
                    .param("unit", unit.code())
                    .param("number", number)
                    .param("reason", reason)
                    .param("by", by.account())
                    .param("asker", by.name())
                    .param("at", Timestamp.from(evaluations.now()))
                    .update();
            if (put == 0) throw Evaluations.refused("objected-before");
            record(id, "Objected", Map.of("order", number, "unit", unit.code()), by);
            return id;
        });
    }

    /** @param ground why it is taken out; null when the objection is not upheld */
    public void rule(UUID id, EvaluationObjection.@Nullable Ground ground, String typed, CurrentUser by) {
        String written = Text.required("ruling", typed, LONGEST);
        EvaluationObjection o = jdbc.sql("select * from reporting.objection where id = :id and "
                        + ConflictOfInterest.order("number") + " for update")
                .param("id", id)
                .param("reader", ConflictOfInterest.reader(by))
                .query(EvaluationObjections::objection)
                .optional()
                .orElseThrow(() -> new NotFound("objection", id.toString()));
        if (o.ruledAt() != null) throw Evaluations.refused("ruled-before");
        String ruling = words.unnamed(o.number(), written, by.actor());
        jdbc.sql("""
                        update reporting.objection set upheld = :upheld, ground = :ground, ruling = :ruling, ruled_by = :by,
                            ruler = :ruler, ruled_at = :at where id = :id
                        """)
                .param("upheld", ground != null)
                .param("ground", ground == null ? null : ground.name())
                .param("ruling", ruling)
                .param("by", by.account())
                .param("ruler", by.name())
                .param("at", Timestamp.from(evaluations.now()))
                .param("id", id)
                .update();
        record(id, "ObjectionRuled", Map.of("order", o.number(), "upheld", ground != null), by);
    }

    /** Of a scheme, what waits first; a unit's people see their own. */
    @Transactional(readOnly = true)
    public List<EvaluationObjection> of(UUID scheme, CurrentUser by) {
        UnitId unit = by.unit();
        return scope.asPlatform(() -> jdbc.sql("select * from reporting.objection where scheme = :scheme"
                        + (unit == null ? "" : " and unit = :unit") + " and " + ConflictOfInterest.order("number")
                        + " order by ruled_at is not null, asked_at")
                .param("scheme", scheme)
                .param("reader", ConflictOfInterest.reader(by))
                .params(unit == null ? Map.of() : Map.of("unit", unit.code()))
                .query(EvaluationObjections::objection)
                .list());
    }

    long waiting(UUID scheme) {
        return jdbc.sql("select count(*) from reporting.objection where scheme = :scheme and ruled_at is null")
                .param("scheme", scheme)
                .query(Long.class)
                .single();
    }

    private boolean counted(StoredScheme s, String number, UnitId unit) {
        return jdbc.sql("""
                        select exists (select from reporting.fact f join reporting.generation g on g.current = f.generation
                            where f.number = :number and f.unit = :unit and f.day between :from and :to)
                        """)
                .param("number", number)
                .param("unit", unit.code())
                .param("from", java.sql.Date.valueOf(s.period().from()))
                .param("to", java.sql.Date.valueOf(s.period().to()))
                .query(Boolean.class)
                .single();
    }

    private void record(UUID id, String type, Map<String, Object> what, CurrentUser by) {
        history.append(new Subject(KIND, id), evaluations.now(), by.actor(), type, json.writeValueAsString(what));
    }

    private static EvaluationObjection objection(ResultSet rs, int row) throws SQLException {
        String ground = rs.getString("ground");
        return new EvaluationObjection(
                rs.getObject("id", UUID.class),
                rs.getObject("scheme", UUID.class),
                rs.getString("unit"),
                rs.getString("number"),
                rs.getString("reason"),
                rs.getString("asker"),
                rs.getTimestamp("asked_at").toInstant(),
                rs.getObject("upheld", Boolean.class),
                ground == null ? null : EvaluationObjection.Ground.valueOf(ground),
                rs.getString("ruling"),
                rs.getString("ruler"),
                Instants.orNull(rs, "ruled_at"));
    }
}
