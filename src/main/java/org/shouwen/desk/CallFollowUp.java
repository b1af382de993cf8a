package org.shouwen.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.CallEvent.Kind;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.CallingNumber;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What follows when a call has changed: it is journalled when it is settled, and it comes onto a screen or goes from it. */
@Component
class CallFollowUp {
    /** Kind of the subject in the journal. */
    static final String KIND = "call";

    private final RingingCalls ringing;
    private final Lines lines;
    private final History history;
    private final JsonMapper json;

    CallFollowUp(RingingCalls ringing, Lines lines, History history, JsonMapper json) {
        this.ringing = ringing;
        this.lines = lines;
        this.history = history;
        this.json = json;
    }

    /**
     * Journals what became of a call, and again when something told later changes it. No number stands there.
     *
     * @return what is journalled now
     */
    String journal(CallStore.Row row, Call call, @Nullable UUID account, Instant now) {
        if (!call.settled()) return row.journalled();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("source", call.source());
        said.put("outgoing", call.outgoing());
        said.put("began", call.began().toString());
        said.put("outcome", call.outcome().name());
        said.put("waitedMs", call.waitedMs());
        said.put("rangMs", call.rangMs());
        said.put("talkedMs", call.talkedMs());
        said.put("afterMs", call.afterMs());
        said.put("account", account == null ? null : account.toString());
        said.put("recording", call.sha256());
        said.put("rating", call.rating());
        String body = json.writeValueAsString(said);
        if (!body.equals(row.journalled()))
            history.append(new Subject(KIND, row.id()), now, Actor.SYSTEM, "CallSettled", body);
        return body;
    }

    /** @param fresh events that are new */
    void after(UUID id, Call call, CallingNumber number, List<CallEvent> fresh, Instant now) {
        for (CallEvent e : fresh) {
            if (e.fromLog() || call.outgoing() || e.ours().plus(Calls.OFFERED).isBefore(now)) continue;
            Optional<UUID> account = lines.account(e.agent());
            if (e.kind() == Kind.NO_ANSWER) account.ifPresent(a -> ringing.stop(id, a));
            boolean rings = e.kind() == Kind.RINGING && call.outcome() == Call.Outcome.WAITING;
            if (rings || (e.kind() == Kind.ANSWERED && call.outcome() == Call.Outcome.TALKING))
                account.ifPresent(a -> ringing.ring(id, a, number));
        }
        if (call.missed()) ringing.stopAll(id, null);
        else if (call.answered() != null)
            ringing.stopAll(id, lines.account(call.agent()).orElse(null));
    }
}
