package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/** What someone wants done with an order. */
public sealed interface Command {
    /** 派单: the platform hands the order to a lead unit. */
    record Dispatch(UnitId lead, List<UnitId> assisting, String limitClass) implements Command {
        public Dispatch {
            assisting = List.copyOf(assisting);
        }
    }

    /** 接收. */
    record Receive() implements Command {}

    /** 分派 within the unit, to a section, an officer or both. */
    record Assign(@Nullable UUID section, @Nullable UUID officer) implements Command {}

    /** A note on the order's progress, by anyone who works on it. */
    record Note(String text) implements Command {}

    /** 联系诉求人. */
    record Contact(Instant contactedAt, String how, String said) implements Command {}

    /** 配合: an assisting unit's part. */
    record Contribute(String text) implements Command {}

    /** 报结. */
    record ReportOutcome(Report report) implements Command {}

    /** 办结: the platform accepts the report. */
    record Accept(String note) implements Command {}

    /** 重办: the platform refuses the report. */
    record SendBack(String reason) implements Command {}

    /** The platform changes the class (ruling 7). */
    record Reclassify(String limitClass, String reason) implements Command {}

    /** 催办: the person asks again (ruling 10). */
    record Remind(String text) implements Command {}

    /** Time has passed: mark what is overdue. */
    record Tick() implements Command {}

    /** The calendar changed: work the limits out anew (ruling 2). */
    record Recalculate() implements Command {}
}
