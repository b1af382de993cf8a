package org.shouwen.supervision.web;

import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.search.NumbersOfYear;
import org.shouwen.supervision.Supervisions;
import org.springframework.stereotype.Component;

/** 督办单 by their number, for the one box. */
@Component
class SupervisionNumbers implements NumbersOfYear {
    private final Supervisions supervisions;

    SupervisionNumbers(Supervisions supervisions) {
        this.supervisions = supervisions;
    }

    @Override
    public Set<String> marks() {
        return Set.of("督");
    }

    @Override
    public String label() {
        return "supervision.nav.supervisions";
    }

    @Override
    public Set<Role> readers() {
        return SupervisionAccess.READERS;
    }

    @Override
    public Numbered get(String mark, String number, CurrentUser by) {
        return new Numbered(number, supervisions.get(number, by).orderNumber(), "/supervisions/" + number);
    }
}
