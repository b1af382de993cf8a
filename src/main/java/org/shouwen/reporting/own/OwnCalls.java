package org.shouwen.reporting.own;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door to a unit's own callbacks: drawn by chance among what it closed in thirty days, answered by its own people. They
 * are no callbacks of the platform and no figure counts them (Art. 4, 14).
 */
@Service
@Transactional
@Basis(Clause.A4)
public class OwnCalls {
    static final int DAYS = 30;
    private static final int MOST = 50;
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final OrderTextRedactor words;
    private final History history;
    private final JsonMapper json;
    private final UnitScope scope;
    private final InstantSource clock;

    OwnCalls(
            JdbcClient jdbc,
            Generations generations,
            OrderTextRedactor words,
            History history,
            JsonMapper json,
            UnitScope scope,
            InstantSource clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.generations = generations;
        this.words = words;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** The unit's, what waits first, then the newest. */
    @Transactional(readOnly = true)
    public Page<OwnCall> of(CurrentUser by, @Nullable After after, int limit) {
        return OwnCallPages.page(jdbc, unit(by), after, limit);
    }

    /** Of the last thirty days. */
    @Transactional(readOnly = true)
    public OwnCall.Sum sum(CurrentUser by) {
        return jdbc.sql("""
                        select count(*) as called, count(*) filter (where reached) as reached, count(*) filter (where solved) as solved,
                               count(*) filter (where satisfied) as satisfied
                        from reporting.own_call where unit = :unit and called_at >= :since
                        """)
                .param("unit", unit(by).code())
                .param("since", Timestamp.from(Instants.now(clock).minus(java.time.Duration.ofDays(DAYS))))
                .query((rs, _) -> new OwnCall.Sum(
                        rs.getLong("called"), rs.getLong("reached"), rs.getLong("solved"), rs.getLong("satisfied")))
                .single();
    }

    /**
     * Draws some of what the unit closed in the last thirty days and did not draw before.
     *
     * @return how many there were to draw
     */
    public int draw(int many, CurrentUser by) {
        if (many < 1 || many > MOST) throw new BadInput("many", "reporting.bad.own-many", MOST);
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        List<String> numbers = jdbc.sql("""
                        select number from (select distinct f.number from reporting.fact f
                            where f.generation = :generation and f.unit = :unit and f.day between :from and :to and f.counted & :mask <> 0
                              and not exists (select from reporting.own_call c where c.unit = f.unit and c.number = f.number)) n
                        order by random() limit :many
                        """)
                .param("generation", generations.current())
                .param("unit", unit(by).code())
                .param("from", Date.valueOf(today.minusDays(DAYS)))
                .param("to", Date.valueOf(today))
                .param("mask", Counted.CLOSED.mask())
                .param("many", many)
                .query(String.class)
                .list();
        for (String number : numbers) insert(number, by);
        return numbers.size();
    }

    private void insert(String number, CurrentUser by) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = Instants.now(clock);
        jdbc.sql("""
                        insert into reporting.own_call (id, unit, number, drawn_by, drawn_at) values (:id, :unit, :number, :by, :at)
                        """)
                .param("id", id)
                .param("unit", unit(by).code())
                .param("number", number)
                .param("by", by.name())
                .param("at", Timestamp.from(now))
                .update();
        record(id, "OwnCallDrawn", number, by);
    }

    /**
     * Keeps what was said; the note without what leads to the person.
     *
     * @throws NotFound when it is not the unit's
     * @throws org.shouwen.problems.Refusal under Art. 4 when it was answered
     */
    public void answer(UUID id, OwnCall.Answer said, CurrentUser by) {
        OwnCall c = jdbc.sql("select * from reporting.own_call where id = :id and unit = :unit for update")
                .param("id", id)
                .param("unit", unit(by).code())
                .query(OwnCalls::call)
                .optional()
                .orElseThrow(() -> new NotFound("callback", id.toString()));
        if (!c.waits()) throw new Refused(Clause.A4, "reporting.refused.own-called").toRefusal();
        String typed = Text.optional("note", said.note(), LONGEST);
        String note = typed.isEmpty() ? "" : words.unnamed(c.number(), typed, by.actor());
        jdbc.sql("""
                        update reporting.own_call set caller = :by, called_at = :at, reached = :reached, solved = :solved,
                            satisfied = :satisfied, note = :note where id = :id
                        """)
                .param("by", by.name())
                .param("at", Timestamp.from(Instants.now(clock)))
                .param("reached", said.reached())
                .param("solved", said.reached() ? said.solved() : null)
                .param("satisfied", said.reached() ? said.satisfied() : null)
                .param("note", note)
                .param("id", id)
                .update();
        record(id, "OwnCallAnswered", c.number(), by);
    }

    private void record(UUID id, String type, String number, CurrentUser by) {
        scope.asPlatform(() -> history.append(
                new Subject(OwnCall.KIND, id),
                Instants.now(clock),
                by.actor(),
                type,
                json.writeValueAsString(Map.of("order", number, "unit", unit(by).code()))));
    }

    private static UnitId unit(CurrentUser by) {
        UnitId unit = by.unit();
        if (unit == null) throw new NotFound("unit", by.name());
        return unit;
    }

    static OwnCall call(ResultSet rs, int row) throws SQLException {
        return new OwnCall(
                rs.getObject("id", UUID.class),
                rs.getString("unit"),
                rs.getString("number"),
                rs.getString("drawn_by"),
                Instants.of(rs, "drawn_at"),
                rs.getString("caller"),
                Instants.orNull(rs, "called_at"),
                rs.getObject("reached", Boolean.class),
                rs.getObject("solved", Boolean.class),
                rs.getObject("satisfied", Boolean.class),
                rs.getString("note"));
    }
}
