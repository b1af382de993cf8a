package org.shouwen.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * How long an agent was ready, busy and away within a day, from what the telephone system said. Work after a call counts as
 * busy. Whoever signed out, or of whom nothing was said for {@link #SILENT}, is none of them.
 */
@Pure
public record AgentDay(Duration ready, Duration busy, Duration away) {
    /** Longer than a shift: who is said nothing of for so long has left without signing out. */
    static final Duration SILENT = Duration.ofHours(12);

    /** What was said of the agent at a moment. */
    record Said(CallEvent.Kind kind, Instant at) {}

    /** @param said in the order of time, from {@link #SILENT} before the day at least; what lies farther off counts for nothing */
    static AgentDay of(List<Said> said, Instant from, Instant to) {
        AgentDay day = new AgentDay(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        for (int i = 0; i < said.size(); i++) {
            Instant begun = said.get(i).at();
            Instant next = i + 1 < said.size() ? said.get(i + 1).at() : to;
            Instant end = earlier(earlier(next, begun.plus(SILENT)), to);
            Instant start = begun.isBefore(from) ? from : begun;
            if (start.isBefore(end)) day = day.with(said.get(i).kind(), Duration.between(start, end));
        }
        return day;
    }

    boolean none() {
        return ready.plus(busy).plus(away).isZero();
    }

    private AgentDay with(CallEvent.Kind kind, Duration more) {
        return switch (kind) {
            case AGENT_READY -> new AgentDay(ready.plus(more), busy, away);
            case AGENT_BUSY, AGENT_AFTER_WORK -> new AgentDay(ready, busy.plus(more), away);
            case AGENT_AWAY -> new AgentDay(ready, busy, away.plus(more));
            default -> this;
        };
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
