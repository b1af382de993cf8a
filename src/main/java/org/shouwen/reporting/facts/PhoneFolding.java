package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was journalled of calls and of people to be called back, the last of each. */
@Component
class PhoneFolding {
    private final JsonMapper json;

    PhoneFolding(JsonMapper json) {
        this.json = json;
    }

    Map<UUID, Folded> calls(Map<Subject, List<Recorded>> histories) {
        return lasting(
                histories,
                "CallSettled",
                n -> PhoneFold.call(new PhoneFold.Settled(
                        Instant.parse(n.path("began").asString()),
                        n.path("outgoing").asBoolean(false),
                        n.path("outcome").asString(""),
                        millis(n, "waitedMs"),
                        millis(n, "talkedMs"),
                        millis(n, "afterMs"),
                        n.path("account").asString(""))));
    }

    Map<UUID, Folded> missed(Map<Subject, List<Recorded>> histories) {
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> {
            JsonNode begun = last(history, "MissedCallBegun");
            JsonNode ended = last(history, "MissedCallEnded");
            JsonNode n = ended == null ? begun : ended;
            folded.put(
                    subject.id(),
                    n == null
                            ? Folded.NOTHING
                            : PhoneFold.missed(new PhoneFold.Missed(
                                    Instant.parse(n.path("firstMissed").asString()),
                                    ended == null
                                            ? null
                                            : Instant.parse(n.path("ended").asString()),
                                    ended == null ? null : n.path("how").asString(""))));
        });
        return folded;
    }

    Map<UUID, Folded> agentDays(Map<Subject, List<Recorded>> histories) {
        return lasting(
                histories,
                "AgentDayCounted",
                n -> PhoneFold.agentDay(new PhoneFold.AgentDay(
                        LocalDate.parse(n.path("day").asString()),
                        n.path("account").asString(""),
                        n.path("ready").asLong(),
                        n.path("busy").asLong(),
                        n.path("away").asLong())));
    }

    /** What the last entry of a type says, and nothing where there is none. */
    private Map<UUID, Folded> lasting(
            Map<Subject, List<Recorded>> histories, String type, Function<JsonNode, Folded> fold) {
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> {
            JsonNode n = last(history, type);
            folded.put(subject.id(), n == null ? Folded.NOTHING : fold.apply(n));
        });
        return folded;
    }

    private @Nullable JsonNode last(List<Recorded> history, String type) {
        return history.stream()
                .filter(r -> r.type().equals(type))
                .reduce((_, b) -> b)
                .map(r -> json.readTree(r.body()))
                .orElse(null);
    }

    private static @Nullable Long millis(JsonNode n, String field) {
        return n.path(field).isNumber() ? n.path(field).asLong() : null;
    }
}
