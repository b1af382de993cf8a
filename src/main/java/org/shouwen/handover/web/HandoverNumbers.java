package org.shouwen.handover.web;

import java.util.Optional;
import java.util.Set;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.handover.Handovers;
import org.shouwen.problems.NotFound;
import org.shouwen.search.NumbersOfYear;
import org.springframework.stereotype.Component;

/** 移交函 and 专报 by their number, for the one box. */
@Component
class HandoverNumbers implements NumbersOfYear {
    private final Handovers handovers;

    HandoverNumbers(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public Set<String> marks() {
        return Set.of("移", "专报");
    }

    @Override
    public String label() {
        return "handover.nav.handovers";
    }

    @Override
    public Optional<Numbered> find(String number, CurrentUser by) {
        if (by.roles().stream().noneMatch(HandoverAccess.READERS::contains)) return Optional.empty();
        try {
            return Optional.of(new Numbered(number, handovers.get(number, by).orderNumber(), "/handovers/" + number));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
