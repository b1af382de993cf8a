package org.shouwen.accountability.web;

import java.util.Objects;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accountability.OwnBreaches;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.search.NumbersOfYear;
import org.springframework.stereotype.Component;

/** Cases of accountability and their 移送函 by their number, for the one box: the Bureau's, and those against one's own unit. */
@Component
class BreachNumbers implements NumbersOfYear {
    private static final Set<Role> READERS = Set.of(Role.BUREAU, Role.UNIT_DESK, Role.UNIT_LEADER);

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
    public Set<Role> readers() {
        return READERS;
    }

    @Override
    public Numbered get(String mark, String number, CurrentUser by) {
        boolean bureau = by.has(Role.BUREAU);
        Breach b = bureau ? accountability.get(number, by) : own.get(number, by);
        String order = Objects.requireNonNullElse(b.orderNumber(), "");
        return new Numbered(number, order, (bureau ? "/breaches/" : "/unit-breaches/") + number);
    }
}
