package org.shouwen.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.shouwen.citizens.Phone;

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

    /** @param until the last day on which it holds */
    record Ruled(Measure measure, String reason, LocalDate until) {}

    Optional<Ruled> of(Phone phone);
}
