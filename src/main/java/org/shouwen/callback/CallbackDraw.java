package org.shouwen.callback;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.ClosedOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 抽查: draws each day which of the orders closed on the day before are called back (Art. 14). */
@Service
@Transactional
class CallbackDraw implements Job {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CallbackStore store;
    private final DrawStore draws;
    private final WorkOrderBoard board;
    private final Editions editions;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    CallbackDraw(
            CallbackStore store,
            DrawStore draws,
            WorkOrderBoard board,
            Editions editions,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.draws = draws;
        this.board = board;
        this.editions = editions;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "supervision-callback-draw";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Draws every day that has ended and was not drawn yet; the last seven at most. */
    @Override
    public void run() {
        LocalDate today = now().atZone(Limits.ZONE).toLocalDate();
        LocalDate from = draws.lastDraw().map(d -> d.plusDays(1)).orElse(today.minusDays(1));
        if (from.isBefore(today.minusDays(7))) from = today.minusDays(7);
        for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) draw(day, RANDOM.nextLong());
    }

    /** @return how many were drawn; the seed is kept, so that anyone can draw again */
    int draw(LocalDate day, long seed) {
        List<ClosedOrder> drawn = sample(day, seed);
        Instant at = now();
        int closed = closedOn(day).size();
        if (!draws.insertDraw(day, seed, closed, drawn.size(), at)) return 0;
        store.insert(
                day,
                drawn,
                drawn.stream().map(_ -> UuidCreator.getTimeOrderedEpoch()).toList());
        history.append(
                Subject.of("callback_draw", day.toString()),
                at,
                Actor.SYSTEM,
                "Drawn",
                json.writeValueAsString(Map.of("seed", seed, "closed", closed, "drawn", drawn.size())));
        return drawn.size();
    }

    /** What a seed draws from the orders closed on a day. */
    List<ClosedOrder> sample(LocalDate day, long seed) {
        int usual = editions.current(now().atZone(Limits.ZONE).toLocalDate())
                .callback()
                .ratePercent();
        List<Sampling.Rate> rates = draws.rates();
        return closedOn(day).stream()
                .filter(o -> Sampling.drawn(
                        seed, o.id(), Sampling.percent(rates, usual, o.lead().code(), o.kind(), o.limitClass())))
                .toList();
    }

    private List<ClosedOrder> closedOn(LocalDate day) {
        return board.closedBetween(
                day.atStartOfDay(Limits.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(Limits.ZONE).toInstant());
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
