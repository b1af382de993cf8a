package org.shouwen.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.handover.Handover;
import org.shouwen.handover.HandoversOfOrder;
import org.springframework.stereotype.Component;

/** What whoever brought a matter is told of its handovers and special reports: that, and when; no words of offices. */
@Component
class HandoverSteps {
    private final HandoversOfOrder handovers;

    HandoverSteps(HandoversOfOrder handovers) {
        this.handovers = handovers;
    }

    List<AppealProgress.Step> of(String orderNumber) {
        List<AppealProgress.Step> steps = new ArrayList<>();
        for (Handover h : handovers.ofOrder(orderNumber)) {
            String key = h.kind() == Handover.Kind.PETITION
                    ? "portal.step.handover-petition"
                    : "portal.step.handover-report";
            steps.add(new AppealProgress.Step(h.handedAt(), key, List.of()));
            Instant answered = h.answeredAt();
            if (answered != null) steps.add(new AppealProgress.Step(answered, key + "-answered", List.of()));
        }
        return steps;
    }
}
