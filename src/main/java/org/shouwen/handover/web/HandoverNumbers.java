package org.shouwen.handover.web;

import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.problems.NotFound;
import org.shouwen.search.NumbersOfYear;
import org.springframework.stereotype.Component;

/** 移交函 and 专报 by their number, for the one box. */
@Component
class HandoverNumbers implements NumbersOfYear {
    private static final String PETITION = "移";
    private static final String REPORT = "专报";

    private final Handovers handovers;

    HandoverNumbers(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public Set<String> marks() {
        return Set.of(PETITION, REPORT);
    }

    @Override
    public String label() {
        return "handover.nav.handovers";
    }

    @Override
    public Set<Role> readers() {
        return HandoverAccess.READERS;
    }

    @Override
    public Numbered get(String mark, String number, CurrentUser by) {
        Handover h = handovers.get(number, by);
        String own = h.kind() == Handover.Kind.PETITION ? PETITION : REPORT;
        if (marks().stream().anyMatch(mark::contains) && !mark.contains(own)) throw new NotFound("handover", number);
        return new Numbered(number, h.orderNumber(), "/handovers/" + number);
    }
}
