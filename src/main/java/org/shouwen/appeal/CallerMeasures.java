package org.shouwen.appeal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Phone;

/** What has been ruled for a number (Art. 20). Asked by the desk; answered by the module that keeps the rulings. */
public interface CallerMeasures {
    /** How calls from a number are handled. An urgent matter always passes. */
    enum Measure {
        /** 提示坐席: the agent is told, nothing else changes. */
        NOTE,
        /** 转班长席: only a supervisor or dispatcher takes it further. */
        SUPERVISOR_LINE,
        /** 只受理书面: only letters, web and the like; by phone the person is guided there. */
        WRITTEN_ONLY
    }

    /**
     * @param until the last day on which it holds
     * @param objected the person has objected already, which they may do once
     */
    record Ruled(Measure measure, String reason, LocalDate until, boolean objected) {
        public Ruled withoutReason() {
            return new Ruled(measure, "", until, objected);
        }
    }

    /** What holds for a number, without the reason where it rests on an appeal about whoever reads (Art. 21). */
    Optional<Ruled> of(Phone phone, CurrentUser by);

    /** What holds for the number that this appellant gave. */
    Optional<Ruled> ofAppellant(UUID appellant);

    /**
     * The person says what they have against it.
     *
     * @throws org.shouwen.problems.Refusal when nothing holds, or they have objected before (Art. 20)
     */
    void object(UUID appellant, String words);
}
