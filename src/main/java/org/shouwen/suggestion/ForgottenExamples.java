package org.shouwen.suggestion;

import java.util.List;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** Takes an appeal out of all that suggestions have learned from it, when its person's term has run out (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenExamples implements Forgets {
    private final List<PersonalStore> learned;

    ForgottenExamples(List<PersonalStore> learned) {
        this.learned = List.copyOf(learned);
    }

    @Override
    public int forget(EndedMatter matter) {
        for (PersonalStore store : learned) store.forget(matter.appeal());
        return 0;
    }
}
