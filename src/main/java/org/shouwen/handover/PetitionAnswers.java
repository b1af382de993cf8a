package org.shouwen.handover;

import org.shouwen.history.Actor;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for answers that the petition office gives through its own system (Art. 18). */
@Service
@Basis(Clause.A18_1)
public class PetitionAnswers {
    private final Handovers handovers;
    private final HandoverStore store;

    PetitionAnswers(Handovers handovers, HandoverStore store) {
        this.handovers = handovers;
        this.store = store;
    }

    /**
     * The office has answered. What was answered already, by a person or before, stays as it is.
     *
     * @param office the name under which the journal has it
     * @throws NotFound when there is no such handover to the petition office
     */
    @Transactional
    public void answered(String number, String words, String office) {
        Handover h = store.lock(number)
                .filter(x -> x.kind() == Handover.Kind.PETITION)
                .orElseThrow(() -> new NotFound("handover", number));
        if (h.answeredAt() == null) handovers.answered(h, words, new Actor(null, office, null));
    }
}
