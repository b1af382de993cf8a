package org.shouwen.warning;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** Takes an appeal out of all warnings when its person's term has run out; how many there were stays (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenAppeals implements Forgets {
    private final MemberStore members;
    private final SeenStore seen;

    ForgottenAppeals(MemberStore members, SeenStore seen) {
        this.members = members;
        this.seen = seen;
    }

    @Override
    public int forget(EndedMatter matter) {
        members.forget(matter.appeal());
        seen.forget(matter.appeal());
        return 0;
    }
}
