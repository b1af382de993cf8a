package org.shouwen.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * What a telephone system says happened, in words that no system owns. An event is told apart by its source, the source's
 * own id and its kind; whatever comes again under the three is the same event.
 *
 * @param source name of the telephone system, such as {@code pbx}
 * @param id the source's own id of the event
 * @param call the source's own id of the call; empty for what an agent does between calls
 * @param at the source's time
 * @param skew to be added to the source's time to get ours; zero unless its clock is known to be wrong
 * @param caller as it came: withheld, prefixed or unreadable as it may be; empty when the event does not say
 * @param agent login or extension; empty when the event does not say
 * @param waitedMs milliseconds that the caller waited, rang and talked, and the agent worked afterwards, where the source says so
 * @param side who hung up: {@code caller}, {@code agent} or {@code system}; empty when unknown
 * @param fromLog read from the source's log after a gap: counts where nothing was told at the time
 */
@Pure
public record CallEvent(
        String source,
        String id,
        Kind kind,
        String call,
        Instant at,
        Duration skew,
        boolean outgoing,
        boolean urgent,
        String caller,
        String called,
        String queue,
        String agent,
        @Nullable Long waitedMs,
        @Nullable Long rangMs,
        @Nullable Long talkedMs,
        @Nullable Long afterMs,
        String side,
        String cause,
        String recording,
        String sha256,
        @Nullable Integer rating,
        String dial,
        boolean fromLog) {
    /** What happened; the name in the API is the constant's in lower case with hyphens. */
    public enum Kind {
        /** 来电进入: the call has come to the hotline and waits. */
        OFFERED,
        /** 振铃: an agent's telephone rings. */
        RINGING,
        /** 接听: an agent has lifted. */
        ANSWERED,
        /** 未接: an agent's telephone rang and was not lifted. */
        NO_ANSWER,
        /** 放弃: the caller hung up before anybody lifted. */
        ABANDONED,
        /** 排队超时: the system ended the wait. */
        TIMED_OUT,
        /** 结束: the call is over. */
        ENDED,
        /** 录音就绪. */
        RECORDING_READY,
        /** 三方: somebody else joined the call, such as a unit's expert. */
        JOINED,
        /** 话后整理: how long the agent worked on it afterwards. */
        AFTER_WORK,
        /** 评价: what the caller pressed after the call, 1 to 5. */
        RATING,
        AGENT_READY,
        AGENT_BUSY,
        AGENT_AWAY,
        /** 话后整理. */
        AGENT_AFTER_WORK,
        /** 签出. */
        AGENT_OUT;

        private static final java.util.Map<String, Kind> NAMED = java.util.Arrays.stream(values())
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Kind::word, k -> k));

        /** As the API names it, such as {@code recording-ready}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> named(String word) {
            return Optional.ofNullable(NAMED.get(word));
        }

        /** Whether it is about an agent and no call. */
        public boolean ofAgent() {
            return compareTo(AGENT_READY) >= 0;
        }
    }

    /** In our time. */
    public Instant ours() {
        return at.plus(skew);
    }
}
