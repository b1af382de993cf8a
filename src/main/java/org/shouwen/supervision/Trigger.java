package org.shouwen.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/** Something that calls for supervision (Art. 16, rulings 8 and 9) and waits for a person to rule on it. */
@Basis(Clause.A16)
public record Trigger(
        UUID id, UUID order, String orderNumber, UnitId unit, Kind kind, Instant at, String words, String by) {
    public enum Kind {
        /** 逾期未办结. */
        OVERDUE,
        /** A report that the platform refused. */
        REFUSED_REPORT,
        /** 办理结果不实, proved by a callback. */
        UNTRUTHFUL,
        /** The matter is returned again. */
        REPEATED_RETURN,
        /** 诉求人评价未解决或不满意. */
        DISCONTENT,
        /** 诉求人对办结的异议成立. */
        OBJECTION,
        /** 办理程序存在明显问题, named by a person. */
        PERSON
    }

    /** One that is new. */
    static Trigger of(UUID order, String number, UnitId unit, Kind kind, Instant at, String words, String by) {
        return new Trigger(UuidCreator.getTimeOrderedEpoch(), order, number, unit, kind, at, words, by);
    }
}
