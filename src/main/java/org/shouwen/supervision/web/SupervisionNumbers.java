package org.shouwen.supervision.web;

import java.util.Optional;
import java.util.Set;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.NotFound;
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
    public Optional<Numbered> find(String mark, String number, CurrentUser by) {
        if (by.roles().stream().noneMatch(SupervisionAccess.READERS::contains)) return Optional.empty();
        try {
            return Optional.of(
                    new Numbered(number, supervisions.get(number, by).orderNumber(), "/supervisions/" + number));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
