package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;

/** What someone wants done with an order. */
@Pure
public sealed interface Command {
    /** Whether it stands beside what others did since the order was seen, and contradicts none of it. */
    default boolean besides() {
        return this instanceof Note || this instanceof Attach || this instanceof Remind || this instanceof RemindPart;
    }

    /** 派单: the platform hands the order to a lead unit. */
    record Dispatch(UnitId lead, List<UnitId> assisting, String limitClass) implements Command {
        public Dispatch {
            assisting = List.copyOf(assisting);
        }
    }

    /** 首问: a unit that was asked directly opens the order with itself as lead (Art. 10.2, 10.3). */
    record LeadOwn(String limitClass, List<UnitId> assisting) implements Command {
        public LeadOwn {
            assisting = List.copyOf(assisting);
        }
    }

    /** 接收. */
    record Receive() implements Command {}

    /** 分派 within the unit, to a section, an officer or both. */
    record Assign(@Nullable UUID section, @Nullable UUID officer) implements Command {}

    /** A note on the order's progress, by anyone who works on it. */
    record Note(String text) implements Command {}

    /** Photos, scans or recordings of what was done, by anyone who works on it, at any time. */
    record Attach(List<PaperRef> papers) implements Command {
        public Attach {
            papers = List.copyOf(papers);
        }
    }

    /** 联系诉求人. */
    record Contact(Instant contactedAt, String how, String said) implements Command {}

    /** 配合: an assisting unit's part. */
    record Contribute(String text) implements Command {}

    /**
     * 报结.
     *
     * @param withoutParts why it does not wait for the parts of assisting units; empty when all are in
     */
    record ReportOutcome(Report report, String withoutParts) implements Command {
        public ReportOutcome(Report report) {
            this(report, "");
        }
    }

    /** The lead unit or the platform reminds an assisting unit of its part. */
    record RemindPart(UnitId unit, String text) implements Command {}

    /** 延期 asked for (Art. 13.3). */
    record AskExtension(int days, String reason, String basis, Instant toldAt, String toldHow) implements Command {}

    record GrantExtension(String note) implements Command {}

    record RefuseExtension(String reason) implements Command {}

    /** 退件 asked for (Art. 13.6). */
    record AskReturn(String statement, String rulingNumber, List<PaperRef> papers) implements Command {
        public AskReturn {
            papers = List.copyOf(papers);
        }
    }

    /** The platform dispatches anew, by the ruling. */
    record GrantReturn(UnitId lead, String limitClass, String note) implements Command {}

    record RefuseReturn(String reason) implements Command {}

    /** 紧急: the matter is found to be urgent after all (Art. 17); never lowered. */
    record RaiseUrgency(String urgentKind, String reason) implements Command {}

    /** The unit was phoned besides the order (Art. 17): who was called, when, who answered; nobody when empty. */
    record Phone(String called, Instant calledAt, String answeredBy) implements Command {}

    /** Someone is on site. */
    record ArriveOnSite(Instant at, String who) implements Command {}

    /** Back to normal. */
    record RestoreNormal(Instant at, String note) implements Command {}

    /** 办结: the platform accepts the report. */
    record Accept(String note) implements Command {}

    /** 重办: the platform refuses the report. */
    record SendBack(String reason) implements Command {}

    /**
     * A callback has proved the report untruthful, or an objection to the closing was right: the order is opened again
     * with the same unit (ruling 8).
     */
    record Reopen(String words, boolean objection) implements Command {
        public Reopen(String words) {
            this(words, false);
        }
    }

    /** The platform changes the class (ruling 7). */
    record Reclassify(String limitClass, String reason) implements Command {}

    /** 催办: the person asks again (ruling 10). */
    record Remind(String text) implements Command {}

    /** 并单: it is the same matter as another order, which leads from now on (ruling 10). */
    record Join(String lead) implements Command {}

    /** Undoes a joining: the order goes its own way again. */
    record Separate(String reason) implements Command {}

    /** 被反映对象: who the complaint is about (ruling 14). */
    record NameAccused(@Nullable UnitId unit, String accused, boolean outside) implements Command {
        public NameAccused(@Nullable UnitId unit, String accused) {
            this(unit, accused, false);
        }
    }

    /** The appellant asks for secrecy after all (Art. 21). */
    record KeepSecret(String how) implements Command {}

    /** The appellant allows the unit to know who they are (Art. 21). */
    record Permit(Instant permittedAt, String how) implements Command {}

    /** 收回: a dispatch is taken back before the unit received it; the order waits to be dispatched again. */
    record Recall(String reason) implements Command {}

    /** 改派: the platform dispatches to another unit, with fresh clocks and nothing counted against the first. */
    record DispatchElsewhere(UnitId lead, String limitClass, String reason) implements Command {}

    /** 更正: kind, class, place or title were taken down wrongly; limits stay as they are. */
    record CorrectMatter(MatterHeading heading, String reason) implements Command {}

    /** 退回坐席补充: the dispatcher asks whoever takes appeals, before the order is dispatched. */
    record AskIntake(String question) implements Command {}

    /** The answer to {@link AskIntake}. */
    record AnswerIntake(String text) implements Command {}

    /** Time has passed: mark what is overdue. */
    record Tick() implements Command {}

    /** The calendar changed: work the limits out anew (ruling 2). */
    record Recalculate() implements Command {}
}
