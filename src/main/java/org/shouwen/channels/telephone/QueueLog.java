package org.shouwen.channels.telephone;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of Asterisk's queue log: what is believed of calls that nobody listened to. Fields are
 * {@code epoch|call|queue|agent|event|data…}; times are whole seconds.
 */
final class QueueLog {
    private QueueLog() {}

    /** Whether it is a line of a queue log at all. */
    static boolean isLine(String line) {
        return line.strip().matches("\\d{9,11}(\\|[^|]*){4,}");
    }

    /** @return empty for what is no event of a call or agent, and for what is no line of a queue log */
    static Optional<Map<String, @Nullable Object>> read(String line) {
        if (!isLine(line)) return Optional.empty();
        List<String> f = Arrays.asList(line.strip().split("\\|", -1));
        Instant at = Instant.ofEpochSecond(Long.parseLong(f.getFirst()));
        String agent = f.get(3).equals("NONE") ? "" : f.get(3);
        NeutralEvent e = switch (f.get(4)) {
            case "ENTERQUEUE" ->
                event("offered", f, at).with("caller", data(f, 2)).with("queue", f.get(2));
            case "CONNECT" ->
                event("answered", f, at)
                        .with("agent", agent)
                        .seconds("waitedMs", data(f, 1))
                        .seconds("rangMs", data(f, 3));
            case "COMPLETECALLER" -> over(f, at, agent).with("side", "caller");
            case "COMPLETEAGENT" -> over(f, at, agent).with("side", "agent");
            case "ABANDON" -> event("abandoned", f, at).with("side", "caller").seconds("waitedMs", data(f, 3));
            case "EXITWITHTIMEOUT" ->
                event("timed-out", f, at).with("side", "system").seconds("waitedMs", data(f, 3));
            case "RINGNOANSWER" -> event("no-answer", f, at).with("agent", agent);
            case "PAUSE", "PAUSEALL" -> agent("agent-away", agent, at);
            case "UNPAUSE", "UNPAUSEALL", "ADDMEMBER" -> agent("agent-ready", agent, at);
            case "REMOVEMEMBER" -> agent("agent-out", agent, at);
            default -> null;
        };
        return Optional.ofNullable(e).map(known -> known.with("fromLog", true).fields());
    }

    /** Of the event on a line; {@link Instant#EPOCH} when it says none. */
    static Instant at(String line) {
        int bar = line.indexOf('|');
        String stamp = bar < 0 ? "" : line.substring(0, bar);
        return stamp.matches("\\d{9,11}") ? Instant.ofEpochSecond(Long.parseLong(stamp)) : Instant.EPOCH;
    }

    private static NeutralEvent over(List<String> f, Instant at, String agent) {
        return event("ended", f, at).with("agent", agent).seconds("talkedMs", data(f, 2));
    }

    private static NeutralEvent event(String type, List<String> f, Instant at) {
        return NeutralEvent.of(
                type, f.get(1), "log:" + f.get(1) + ":" + f.get(4) + ":" + f.get(0) + ":" + f.get(3), at);
    }

    private static @Nullable NeutralEvent agent(String type, String agent, Instant at) {
        return agent.isEmpty()
                ? null
                : NeutralEvent.of(type, "", "log:" + agent + ":" + type + ":" + at.getEpochSecond(), at)
                        .with("agent", agent);
    }

    /** @param n 1 is the first after the event's name */
    private static String data(List<String> f, int n) {
        return f.size() > 4 + n ? f.get(4 + n) : "";
    }
}
