package org.shouwen.channels.telephone;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Members of a queue, who are agents: what they do between calls, told when it changes. */
final class AmiMembers {
    /** The last state of each, so that only changes are told. */
    private final Map<String, String> members = new HashMap<>();

    /** @param agent as the queue names them */
    Optional<NeutralEvent> read(AmiMessage m, String agent, Instant at) {
        String state = switch (m.event()) {
            case "QueueMemberRemoved" -> "agent-out";
            case "QueueMemberPause" -> m.get("Paused").equals("1") ? "agent-away" : "agent-ready";
            default -> m.get("Paused").equals("1") ? "agent-away" : status(m.get("Status"));
        };
        if (agent.isEmpty() || state.isEmpty() || state.equals(members.put(agent, state))) return Optional.empty();
        return Optional.of(
                NeutralEvent.of(state, "", agent + ":" + state + ":" + at, at).with("agent", agent));
    }

    /** Device states of Asterisk: 1 not in use, 2 in use, 3 busy, 4 invalid, 5 unavailable, 6 ringing, 7 both, 8 on hold. */
    private static String status(String code) {
        return switch (code) {
            case "1", "6" -> "agent-ready";
            case "2", "3", "7", "8" -> "agent-busy";
            case "4", "5" -> "agent-out";
            default -> "";
        };
    }
}
