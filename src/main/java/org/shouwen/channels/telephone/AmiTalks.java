package org.shouwen.channels.telephone;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls in which two people talk now, by their channels, and the experts who are dialled into them. */
final class AmiTalks {
    /** What the id of a channel begins with that is dialled into a call. */
    static final String EXPERT = "sw3-";

    /** The two channels of a call that lasts. */
    record Talk(String caller, String agent) {}

    /** Who is dialled into which call. */
    record Expected(String call, String who) {}

    private final Map<String, Talk> talks = new ConcurrentHashMap<>();
    private final Map<String, Expected> expected = new ConcurrentHashMap<>();

    Optional<Talk> of(String call) {
        return Optional.ofNullable(talks.get(call));
    }

    void begun(String call, String caller, String agent) {
        if (!caller.isEmpty() && !agent.isEmpty()) talks.put(call, new Talk(caller, agent));
    }

    void expect(String channel, String call, String who) {
        expected.put(channel, new Expected(call, who));
    }

    /** Whether the two of a call have been put together with an expert: the queue's end of it is not the call's. */
    boolean threeWay(String call) {
        return expected.values().stream().anyMatch(e -> e.call().equals(call));
    }

    Optional<Expected> expected(String channel) {
        return Optional.ofNullable(expected.get(channel));
    }

    void over(String call) {
        talks.remove(call);
        expected.values().removeIf(e -> e.call().equals(call));
    }
}
