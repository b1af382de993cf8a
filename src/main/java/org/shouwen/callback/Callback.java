package org.shouwen.callback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * 回访 of a closed order that was drawn (Art. 14).
 *
 * @param day on which the order was closed, and for which it was drawn
 * @param satisfiedFirst what the person said the first time; {@code satisfied} what they said last
 * @param words the person's own
 * @param rated not drawn: the person had rated the outcome as not solved or is not content; {@code day} is that day then
 */
public record Callback(
        UUID id,
        LocalDate day,
        UUID order,
        String orderNumber,
        UnitId unit,
        State state,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Boolean truthful,
        @Nullable Boolean resolved,
        @Nullable Boolean satisfiedFirst,
        @Nullable Boolean satisfied,
        String words,
        @Nullable String calledBy,
        boolean rated) {
    public enum State {
        WAITING,
        REACHED,
        UNREACHED
    }

    /** What the person answered; only {@code reached} counts when nobody did. */
    public record Answer(boolean reached, boolean truthful, boolean resolved, boolean satisfied, String words) {}

    Callback after(Answer a, int most, Instant at, String by) {
        int tried = attempts + 1;
        if (!a.reached()) {
            State now = tried >= most ? State.UNREACHED : State.WAITING;
            return new Callback(
                    id,
                    day,
                    order,
                    orderNumber,
                    unit,
                    now,
                    tried,
                    at,
                    null,
                    null,
                    satisfiedFirst,
                    satisfied,
                    words,
                    by,
                    rated);
        }
        Boolean first = satisfiedFirst == null ? Boolean.valueOf(a.satisfied()) : satisfiedFirst;
        return new Callback(
                id,
                day,
                order,
                orderNumber,
                unit,
                State.REACHED,
                tried,
                at,
                a.truthful(),
                a.resolved(),
                first,
                a.satisfied(),
                a.words(),
                by,
                rated);
    }
}
