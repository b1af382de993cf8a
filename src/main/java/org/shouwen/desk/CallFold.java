package org.shouwen.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.Call.Outcome;
import org.shouwen.desk.CallEvent.Kind;
import org.shouwen.regulation.Pure;

/**
 * Makes a call of its events. The events are a set: neither their order nor how often one is told changes anything. What was
 * told at the time is believed before what a log says later.
 */
@Pure
final class CallFold {
    private static final Comparator<CallEvent> TURN = Comparator.comparing(CallEvent::fromLog)
            .thenComparing(CallEvent::at)
            .thenComparing(CallEvent::kind)
            .thenComparing(CallEvent::id)
            .thenComparing(CallEvent::toString);

    private static final Set<Kind> RUNG = Set.of(Kind.RINGING, Kind.NO_ANSWER);

    private final List<CallEvent> events;
    private final Duration skew;

    private CallFold(List<CallEvent> events) {
        this.events = events;
        CallEvent offered = first(Kind.OFFERED);
        this.skew = (offered == null ? events.getFirst() : offered).skew();
    }

    /** @param events of one call, at least one */
    static Call of(Collection<CallEvent> events) {
        TreeMap<String, CallEvent> once = new TreeMap<>();
        for (CallEvent e : events) once.merge(e.kind() + " " + e.id(), e, (a, b) -> TURN.compare(a, b) <= 0 ? a : b);
        return new CallFold(once.values().stream().sorted(TURN).toList()).call();
    }

    private Call call() {
        CallEvent any = events.getFirst();
        Instant began = began();
        CallEvent lifted = first(Kind.ANSWERED);
        CallEvent over = first(Kind.ENDED);
        CallEvent lost = first(Kind.TIMED_OUT) != null ? first(Kind.TIMED_OUT) : first(Kind.ABANDONED);
        CallEvent recorded = last(Kind.RECORDING_READY);
        CallEvent rated = last(Kind.RATING);
        return new Call(
                any.source(),
                any.call(),
                events.stream().anyMatch(CallEvent::outgoing),
                events.stream().anyMatch(CallEvent::urgent),
                said(CallEvent::caller),
                said(CallEvent::called),
                said(CallEvent::queue),
                began.plus(skew),
                lifted == null ? null : lifted.at().plus(skew),
                ended(lost, over),
                outcome(),
                waited(began, lifted, lost, over),
                lifted == null ? null : rang(lifted),
                talked(lifted, over),
                lifted == null ? null : after(),
                agent(lifted),
                noAnswers(),
                said(CallEvent::side),
                said(CallEvent::cause),
                recorded == null ? "" : recorded.recording(),
                recorded == null ? "" : recorded.sha256(),
                String.join(
                        " ",
                        events.stream()
                                .filter(e -> e.kind() == Kind.JOINED)
                                .map(CallEvent::agent)
                                .distinct()
                                .toList()),
                rated == null ? null : rated.rating(),
                said(CallEvent::dial));
    }

    private @Nullable Instant ended(@Nullable CallEvent lost, @Nullable CallEvent over) {
        CallEvent end = over == null ? lost : over;
        return end == null ? null : end.at().plus(skew);
    }

    private Outcome outcome() {
        if (first(Kind.ANSWERED) != null) return first(Kind.ENDED) == null ? Outcome.TALKING : Outcome.ANSWERED;
        if (first(Kind.TIMED_OUT) != null) return Outcome.TIMED_OUT;
        if (first(Kind.ABANDONED) != null) return Outcome.ABANDONED;
        return first(Kind.ENDED) == null ? Outcome.WAITING : Outcome.MISSED;
    }

    /** A telephone that rang and was not lifted is told at the time and once more by the log. */
    private int noAnswers() {
        List<CallEvent> all =
                events.stream().filter(e -> e.kind() == Kind.NO_ANSWER).toList();
        long live = all.stream().filter(e -> !e.fromLog()).count();
        return (int) (live > 0 ? live : all.size());
    }

    /** When it was offered; without that, the earliest of all. */
    private Instant began() {
        CallEvent offered = first(Kind.OFFERED);
        if (offered != null) return offered.at();
        return events.stream().map(CallEvent::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static @Nullable Long waited(
            Instant began, @Nullable CallEvent lifted, @Nullable CallEvent lost, @Nullable CallEvent over) {
        CallEvent end = lifted != null ? lifted : lost != null ? lost : over;
        if (end == null) return null;
        return end.waitedMs() != null ? end.waitedMs() : between(began, end.at());
    }

    private @Nullable Long rang(CallEvent lifted) {
        if (lifted.rangMs() != null) return lifted.rangMs();
        return events.stream()
                .filter(e ->
                        e.kind() == Kind.RINGING && e.agent().equals(lifted.agent()) && !e.at().isAfter(lifted.at()))
                .map(CallEvent::at)
                .max(Comparator.naturalOrder())
                .map(at -> between(at, lifted.at()))
                .orElse(null);
    }

    private static @Nullable Long talked(@Nullable CallEvent lifted, @Nullable CallEvent over) {
        if (lifted == null || over == null) return null;
        return over.talkedMs() != null ? over.talkedMs() : between(lifted.at(), over.at());
    }

    private @Nullable Long after() {
        return events.stream()
                .map(CallEvent::afterMs)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static long between(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private String agent(@Nullable CallEvent lifted) {
        if (lifted != null && !lifted.agent().isEmpty()) return lifted.agent();
        return events.stream()
                .filter(e -> RUNG.contains(e.kind()) && !e.agent().isEmpty())
                .max(Comparator.comparing(CallEvent::at).thenComparing(CallEvent::agent))
                .map(CallEvent::agent)
                .orElse("");
    }

    /** What the first event says that says anything. */
    private String said(Function<CallEvent, String> what) {
        return events.stream().map(what).filter(s -> !s.isEmpty()).findFirst().orElse("");
    }

    private @Nullable CallEvent first(Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).findFirst().orElse(null);
    }

    private @Nullable CallEvent last(Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).reduce((_, b) -> b).orElse(null);
    }
}
