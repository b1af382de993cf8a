package org.shouwen.callback;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.ClosedOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 专项抽查: callbacks drawn by hand for a period and a unit, beside the daily draw (Art. 14). */
@Service
@Transactional
@Basis(Clause.A14)
public class HandDraws {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 366;

    /**
     * A draw as it was made.
     *
     * @param to the last day, included
     * @param unit null: all
     * @param closed how many orders it drew from
     * @param drawn how many of them were not drawn before
     */
    public record HandDraw(
            UUID id,
            LocalDate from,
            LocalDate to,
            @Nullable UnitId unit,
            int percent,
            long seed,
            int closed,
            int drawn,
            Instant at,
            String by) {}

    private final JdbcClient jdbc;
    private final CallbackStore store;
    private final WorkOrderBoard board;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    HandDraws(
            JdbcClient jdbc,
            CallbackStore store,
            WorkOrderBoard board,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.board = board;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Draws with a seed of chance. @throws BadInput for a period that is none, or a rate outside 1 to 100 */
    public HandDraw draw(LocalDate from, LocalDate to, @Nullable UnitId unit, int percent, CurrentUser by) {
        return draw(from, to, unit, percent, RANDOM.nextLong(), by);
    }

    /** An order of a day that was drawn before, by hand or by the daily draw, is not drawn twice. */
    HandDraw draw(LocalDate from, LocalDate to, @Nullable UnitId unit, int percent, long seed, CurrentUser by) {
        Instant now = Instants.now(clock);
        LocalDate today = now.atZone(Limits.ZONE).toLocalDate();
        if (to.isBefore(from) || to.isAfter(today) || ChronoUnit.DAYS.between(from, to) >= LONGEST)
            throw new BadInput("to", "callback.bad.period");
        if (percent < 1 || percent > 100) throw new BadInput("percent", "callback.bad.percent");
        int closed = 0;
        int drawn = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            List<ClosedOrder> all = closedOn(day).stream()
                    .filter(o -> unit == null || o.lead().equals(unit))
                    .toList();
            List<ClosedOrder> fresh = all.stream()
                    .filter(o -> Sampling.drawn(seed, o.id(), percent))
                    .filter(o -> !known(o.id()))
                    .toList();
            closed += all.size();
            drawn += fresh.size();
            store.insert(
                    day,
                    fresh,
                    fresh.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList());
        }
        HandDraw made = new HandDraw(
                UuidCreator.getTimeOrderedEpoch(), from, to, unit, percent, seed, closed, drawn, now, by.name());
        insert(made);
        history.append(
                new Subject("callback_hand_draw", made.id()),
                now,
                by.actor(),
                "DrawnByHand",
                json.writeValueAsString(made));
        return made;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<HandDraw> latest(@Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select d.*, 0 as rank, " + Keyset.latest("at") + " as turn from callback.hand_draw d",
                Map.of(),
                after,
                limit,
                (rs, _) -> new HandDraw(
                        rs.getObject("id", UUID.class),
                        rs.getDate("from_day").toLocalDate(),
                        rs.getDate("to_day").toLocalDate(),
                        rs.getString("unit") == null ? null : new UnitId(rs.getString("unit")),
                        rs.getInt("percent"),
                        rs.getLong("seed"),
                        rs.getInt("closed"),
                        rs.getInt("drawn"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("by_name")));
    }

    /** Whether a call about the order waits or its outcome was asked about already. */
    private boolean known(UUID order) {
        return jdbc.sql(
                        "select exists (select from supervision.callback where order_id = :order and state <> 'UNREACHED')")
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    private List<ClosedOrder> closedOn(LocalDate day) {
        return board.closedBetween(
                day.atStartOfDay(Limits.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(Limits.ZONE).toInstant());
    }

    private void insert(HandDraw d) {
        jdbc.sql("""
                insert into callback.hand_draw (id, from_day, to_day, unit, percent, seed, closed, drawn, at, by_name)
                values (:id, :from, :to, :unit, :percent, :seed, :closed, :drawn, :at, :by)
                """)
                .param("id", d.id())
                .param("from", Date.valueOf(d.from()))
                .param("to", Date.valueOf(d.to()))
                .param("unit", d.unit() == null ? null : d.unit().code())
                .param("percent", d.percent())
                .param("seed", d.seed())
                .param("closed", d.closed())
                .param("drawn", d.drawn())
                .param("at", Timestamp.from(d.at()))
                .param("by", d.by())
                .update();
    }
}
