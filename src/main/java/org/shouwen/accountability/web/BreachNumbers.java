package org.shouwen.accountability.web;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.OwnBreaches;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.NotFound;
import org.shouwen.search.NumbersOfYear;
import org.springframework.stereotype.Component;

/** Cases of accountability and their 移送函 by their number, for the one box: the Bureau's, and those against one's own unit. */
@Component
class BreachNumbers implements NumbersOfYear {
    private final Accountability accountability;
    private final OwnBreaches own;

    BreachNumbers(Accountability accountability, OwnBreaches own) {
        this.accountability = accountability;
        this.own = own;
    }

    @Override
    public Set<String> marks() {
        return Set.of("移", "追责");
    }

    @Override
    public String label() {
        return "accountability.nav.breaches";
    }

    @Override
    public Optional<Numbered> find(String mark, String number, CurrentUser by) {
        try {
            if (by.has(Role.BUREAU))
                return Optional.of(
                        numbered(number, accountability.get(number, by).orderNumber(), "/breaches/"));
            if (by.roles().stream().anyMatch(AccountabilityAccess.OF_UNIT::contains))
                return Optional.of(numbered(number, own.get(number, by).orderNumber(), "/unit-breaches/"));
            return Optional.empty();
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static Numbered numbered(String number, @Nullable String order, String pages) {
        return new Numbered(number, Objects.requireNonNullElse(order, ""), pages + number);
    }
}
