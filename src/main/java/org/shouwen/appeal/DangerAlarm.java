package org.shouwen.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Chain;
import org.shouwen.history.Subject;

/**
 * 险情报警: the words of an appeal tell of danger to life (Art. 8.3). The machine proposes; it stays on the desk's alarm
 * list until a named person has confirmed or dismissed it (ruling 16).
 *
 * @param guidance code of the guidance target to call; empty when it is not clear which
 * @param since when it was raised, or raised again by words that were added
 * @param deniedAt when the appellant said that there is no danger; ends nothing
 * @param reason what was done, or why it is none; in the officer's words
 * @param officer who decided; null while it is open
 */
public record DangerAlarm(
        UUID id,
        UUID appeal,
        String guidance,
        Instant since,
        @Nullable Instant deniedAt,
        State state,
        String reason,
        @Nullable UUID account,
        @Nullable String officer,
        @Nullable Instant decidedAt,
        Chain chain) {
    /** Kind of its subject in the history. */
    static final String KIND = "danger_alarm";

    public enum State {
        /** 待确认. */
        OPEN,
        /** 已确认: it is danger, and it was acted upon. */
        CONFIRMED,
        /** 已排除: it is none. */
        DISMISSED
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public boolean dismissed() {
        return state == State.DISMISSED;
    }

    Subject subject() {
        return new Subject(KIND, id);
    }

    static DangerAlarm raised(UUID id, UUID appeal, String guidance, Instant at, Chain chain) {
        return new DangerAlarm(id, appeal, guidance, at, null, State.OPEN, "", null, null, null, chain);
    }

    DangerAlarm denied(Instant at, Chain next) {
        return new DangerAlarm(id, appeal, guidance, since, at, state, reason, account, officer, decidedAt, next);
    }

    DangerAlarm decided(State as, String why, @Nullable UUID by, String name, Instant at, Chain next) {
        return new DangerAlarm(id, appeal, guidance, since, deniedAt, as, why, by, name, at, next);
    }

    DangerAlarm scrubbed(String why, Chain next) {
        return new DangerAlarm(id, appeal, guidance, since, deniedAt, state, why, account, officer, decidedAt, next);
    }
}
