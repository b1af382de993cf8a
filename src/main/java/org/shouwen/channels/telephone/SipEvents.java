package org.shouwen.channels.telephone;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads dialog events of a SIP proxy: one JSON object a line with {@code event, call, from, to, status, at}, as a proxy
 * writes them from its dialog routes. The Call-ID is the call; {@code at} is seconds since 1970 with a fraction.
 */
final class SipEvents {
    private final JsonMapper json;

    SipEvents(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param at when it happened
     * @param events what it tells; nothing where it is a step that changes nothing
     */
    record Line(Instant at, List<Map<String, @Nullable Object>> events) {}

    /** @return empty when it is no event; the line may stand behind the name of a log */
    Optional<Line> read(String line) {
        int from = line.indexOf('{');
        int to = line.lastIndexOf('}');
        if (from < 0 || to < from) return Optional.empty();
        try {
            JsonNode n = json.readTree(line.substring(from, to + 1));
            String at = n.path("at").asString("");
            String call = n.path("call").asString("");
            if (call.isEmpty() || !at.matches("\\d{9,11}(\\.\\d{1,9})?")) return Optional.empty();
            BigDecimal seconds = new BigDecimal(at);
            Instant when = Instant.ofEpochSecond(
                    seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
            String id = call + ":" + n.path("event").asString("") + ":" + at;
            return Optional.of(new Line(
                    when,
                    told(n, call, id, when).stream().map(NeutralEvent::fields).toList()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether a line that can not be read was meant for an event: words of a proxy's own log beside are none. */
    static boolean meant(String line) {
        return line.indexOf('{') >= 0 || line.indexOf('}') >= 0;
    }

    private static List<NeutralEvent> told(JsonNode n, String call, String id, Instant at) {
        String status = n.path("status").asString("");
        return switch (n.path("event").asString("")) {
            case "ringing" ->
                List.of(
                        NeutralEvent.of("offered", call, id, at)
                                .with("caller", n.path("from").asString(""))
                                .with("called", n.path("to").asString("")),
                        NeutralEvent.of("ringing", call, id, at)
                                .with("agent", n.path("to").asString("")));
            case "answered" -> List.of(NeutralEvent.of("answered", call, id, at));
            case "hungup" -> List.of(NeutralEvent.of("ended", call, id, at));
            case "failed" -> failed(status, call, id, at);
            default -> List.of();
        };
    }

    /** 487: the caller cancelled. 408: nobody lifted within the proxy's time. Else the telephone refused (RFC 3261). */
    private static List<NeutralEvent> failed(String status, String call, String id, Instant at) {
        String what = switch (status) {
            case "487" -> "abandoned";
            case "408" -> "timed-out";
            default -> "ended";
        };
        String side = status.equals("487") ? "caller" : "system";
        return List.of(NeutralEvent.of(what, call, id, at).with("side", side).with("cause", status));
    }
}
