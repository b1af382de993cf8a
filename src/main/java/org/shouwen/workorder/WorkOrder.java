package org.shouwen.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/** 工单: an appeal put into a unit's hands, as the state it is in. {@link WorkOrderLifecycle} says which steps are lawful. */
@Pure
public sealed interface WorkOrder {
    /**
     * 待派单: on the dispatcher's queue; no clock runs yet.
     *
     * @param askedAt since when a question of the dispatcher to intake waits for its answer; null when none does
     */
    record Registered(@Nullable Instant askedAt) implements WorkOrder {
        public Registered() {
            this(null);
        }
    }

    /** 待接收: dispatched; all clocks run from here (ruling 1). */
    record AwaitingReceipt(Assignment duty) implements WorkOrder {}

    /** 办理中. */
    record InHand(Assignment duty) implements WorkOrder {}

    /** 待审核: the unit has reported, the platform has to decide. */
    record Reported(Assignment duty, Report report, Instant reportedAt) implements WorkOrder {}

    /** 已办结. */
    record Closed(Assignment duty, Report report, Instant reportedAt, Instant closedAt) implements WorkOrder {}

    /**
     * 已并单: the same matter as another order, which leads and answers for it (ruling 10).
     *
     * @param lead number of the lead order
     * @param answeredAt when its appellant was answered with the lead order's outcome, last; null until then
     */
    record Joined(String lead, @Nullable Instant answeredAt) implements WorkOrder {}

    /** The unit's duty; null before dispatch. */
    default @Nullable Assignment dutyOrNull() {
        return switch (this) {
            case Registered _, Joined _ -> null;
            case AwaitingReceipt o -> o.duty();
            case InHand o -> o.duty();
            case Reported o -> o.duty();
            case Closed o -> o.duty();
        };
    }

    /** What the unit has reported; null until it has. */
    default @Nullable Report reportOrNull() {
        return switch (this) {
            case Registered _, AwaitingReceipt _, InHand _, Joined _ -> null;
            case Reported o -> o.report();
            case Closed o -> o.report();
        };
    }

    default State state() {
        return switch (this) {
            case Registered _ -> State.REGISTERED;
            case AwaitingReceipt _ -> State.AWAITING_RECEIPT;
            case InHand _ -> State.IN_HAND;
            case Reported _ -> State.REPORTED;
            case Closed _ -> State.CLOSED;
            case Joined _ -> State.JOINED;
        };
    }

    /** The states by name, as rows, screens and API carry them. */
    enum State {
        REGISTERED,
        AWAITING_RECEIPT,
        IN_HAND,
        REPORTED,
        CLOSED,
        JOINED
    }
}
