package org.shouwen.workorder;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/** Whose orders are whose: people of the platform see all but those about themselves and what goes under one, people of a unit their own (Art. 21). */
@Basis(Clause.A21)
final class Visibility {
    private Visibility() {}

    static boolean sees(CurrentUser person, OrderRow row, OrderStore orders) {
        UnitId unit = person.unit();
        if (unit == null)
            return !row.shield().accuses(person.name())
                    && !(row.order() instanceof WorkOrder.Joined joined
                            && orders.find(joined.lead())
                                    .filter(lead -> sees(person, lead, orders))
                                    .isEmpty());
        Assignment duty = row.order().dutyOrNull();
        return duty != null && duty.concerns(unit);
    }
}
