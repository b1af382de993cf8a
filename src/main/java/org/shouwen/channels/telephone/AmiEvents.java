package org.shouwen.channels.telephone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an Asterisk queue. A call is its {@code Linkedid}; call records ({@code Cdr}) are one for each attempt
 * and are not read. Seconds and milliseconds are told apart event by event, as Asterisk 20 writes them.
 */
final class AmiEvents {
    /** What the id of a call begins with that the platform dials. */
    static final String DIALLED = "sw-";

    /** Calls that are remembered at most while they last. */
    private static final int MOST = 10_000;

    /** Set by the dialplan to 1 on the channel of a caller who said that it is urgent. */
    static final String URGENT = "SHOUWEN_URGENT";

    /** Of a call that lasts: who asked for its end, where it is recorded, where it waits. */
    private static final class Open {
        final Set<String> hangupAsked = new HashSet<>();
        String recording = "";
        String channel = "";
        boolean urgent;
        boolean diverted;

        /** Taken out of the queue by us; whoever waits there again comes back to it. */
        boolean away;
    }

    private final Map<String, Open> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
            return size() > MOST;
        }
    };

    private final AmiTalks talks;

    AmiEvents(AmiTalks talks) {
        this.talks = talks;
    }

    private final AmiMembers members = new AmiMembers();

    /** @return what it tells; nothing for most of what a manager says */
    List<Map<String, @Nullable Object>> read(AmiMessage m, Instant received) {
        Instant at = m.at(received);
        List<NeutralEvent> told = new ArrayList<>(2);
        switch (m.event()) {
            case "QueueCallerJoin" -> told.add(joined(m, at));
            case "AgentCalled" ->
                told.add(event("ringing", m, at)
                        .with("caller", m.get("CallerIDNum"))
                        .with("queue", m.get("Queue"))
                        .with("agent", agent(m)));
            case "AgentConnect" -> {
                talks.begun(m.get("Linkedid"), m.get("Channel"), m.get("DestChannel"));
                told.add(event("answered", m, at)
                        .with("agent", agent(m))
                        .seconds("waitedMs", m.get("HoldTime"))
                        .seconds("rangMs", m.get("RingTime"))); // seconds here, milliseconds in AgentRingNoAnswer
            }
            case "ConfbridgeJoin" ->
                talks.expected(m.get("Uniqueid"))
                        .ifPresent(e -> told.add(NeutralEvent.of("joined", e.call(), m.get("Uniqueid"), at)
                                .with("agent", e.who())));
            case "AgentRingNoAnswer" -> told.add(event("no-answer", m, at).with("agent", agent(m)));
            case "AgentComplete" -> complete(m, at, told);
            case "QueueCallerAbandon" -> gone(m, at, told);
            case "HangupRequest" -> of(m).hangupAsked.add(m.get("Uniqueid"));
            case "VarSet" -> {
                if (m.get("Variable").equals("MIXMONITOR_FILENAME")) of(m).recording = m.get("Value");
                if (m.get("Variable").equals(URGENT))
                    of(m).urgent = m.get("Value").equals("1");
            }
            case "Newchannel" -> dialled(m, at, told);
            case "DialEnd" -> lifted(m, at, told);
            case "Hangup" -> hangup(m, at, told);
            case "QueueMemberStatus", "QueueMemberPause", "QueueMemberAdded", "QueueMemberRemoved" ->
                members.read(m, agent(m), at).ifPresent(told::add);
            default -> {} // a manager says a hundred things that change nothing here
        }
        return told.stream().map(NeutralEvent::fields).toList();
    }

    /** Who comes back and said that it is urgent is told anew: no measure is answered for such a call. */
    private NeutralEvent joined(AmiMessage m, Instant at) {
        Open call = of(m);
        call.channel = m.get("Channel");
        call.away = false;
        NeutralEvent offered = event("offered", m, at);
        if (call.urgent)
            offered.with("id", m.get("Linkedid") + ":QueueCallerJoin:urgent").with("urgent", true);
        return offered.with("caller", m.get("CallerIDNum"))
                .with("called", m.get("Exten"))
                .with("queue", m.get("Queue"));
    }

    /**
     * A call is to leave the queue for where a measure is told (Art. 20), once and never again.
     *
     * @return its channel; empty when it has gone, has been there, or is urgent
     */
    String divert(String call) {
        Open waiting = open.get(call);
        if (waiting == null || waiting.diverted || waiting.urgent || waiting.channel.isEmpty()) return "";
        waiting.diverted = true;
        waiting.away = true;
        return waiting.channel;
    }

    private Open of(AmiMessage m) {
        return open.computeIfAbsent(m.get("Linkedid"), _ -> new Open());
    }

    private static NeutralEvent event(String type, AmiMessage m, Instant at) {
        String leg = m.get("DestUniqueid").isEmpty() ? m.get("Uniqueid") : m.get("DestUniqueid");
        return NeutralEvent.of(type, m.get("Linkedid"), m.get("Linkedid") + ":" + m.event() + ":" + leg, at);
    }

    private static String agent(AmiMessage m) {
        return m.get("MemberName").isEmpty() ? m.get("Interface").replaceFirst("^\\w+/", "") : m.get("MemberName");
    }

    /** A transfer ends the agent's part and not the call. */
    private void complete(AmiMessage m, Instant at, List<NeutralEvent> told) {
        if (m.get("Reason").equals("transfer") || talks.threeWay(m.get("Linkedid"))) return;
        told.add(event("ended", m, at)
                .with("agent", agent(m))
                .with("side", m.get("Reason"))
                .seconds("talkedMs", m.get("TalkTime")));
    }

    /** The queue says the same when it gave up itself: only a caller who hung up has asked for the end of the channel. */
    private void gone(AmiMessage m, Instant at, List<NeutralEvent> told) {
        if (of(m).away) return; // it is where we sent it
        boolean caller = of(m).hangupAsked.contains(m.get("Uniqueid"));
        told.add(event(caller ? "abandoned" : "timed-out", m, at)
                .with("side", caller ? "caller" : "system")
                .seconds("waitedMs", m.get("HoldTime")));
    }

    private static void dialled(AmiMessage m, Instant at, List<NeutralEvent> told) {
        if (!m.get("Uniqueid").startsWith(DIALLED) || !m.get("Uniqueid").equals(m.get("Linkedid"))) return;
        told.add(event("offered", m, at)
                .with("direction", "out")
                .with("dial", m.get("Uniqueid").substring(DIALLED.length())));
    }

    private void lifted(AmiMessage m, Instant at, List<NeutralEvent> told) {
        if (!m.get("Linkedid").startsWith(DIALLED) || !m.get("DialStatus").equals("ANSWER")) return;
        talks.begun(m.get("Linkedid"), m.get("Channel"), m.get("DestChannel"));
        told.add(event("answered", m, at).with("direction", "out"));
    }

    /** The first channel of a call is the caller's: with it the call is over. */
    private void hangup(AmiMessage m, Instant at, List<NeutralEvent> told) {
        if (!m.get("Uniqueid").equals(m.get("Linkedid"))) return;
        told.add(event("ended", m, at).with("cause", m.get("Cause-txt")));
        talks.over(m.get("Linkedid"));
        Open was = open.remove(m.get("Linkedid"));
        if (was != null && !was.recording.isEmpty())
            told.add(NeutralEvent.of(
                            "recording-ready", m.get("Linkedid"), m.get("Linkedid") + ":recording:" + was.recording, at)
                    .with("recording", was.recording));
    }
}
