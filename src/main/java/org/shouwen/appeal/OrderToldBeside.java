package org.shouwen.appeal;

import java.time.LocalDate;
import java.util.Optional;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.ToldBeside;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from an appeal's decision whom its person was told to call beside the order. */
@Component
@Basis(Clause.A8_3)
class OrderToldBeside implements ToldBeside {
    private final AppealStore appeals;
    private final Editions editions;
    private final UnitScope scope;

    OrderToldBeside(AppealStore appeals, Editions editions, UnitScope scope) {
        this.appeals = appeals;
        this.editions = editions;
        this.scope = scope;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(OrderPage order) {
        return scope.asPlatform(() -> appeals.find(order.number()))
                .map(Appeal::decision)
                .flatMap(d -> d.outcome() instanceof Disposition.Ordered o && o.alsoTold() != null
                        ? Optional.of(editions.current(LocalDate.ofInstant(d.at(), Limits.ZONE))
                                .numberOf(o.alsoTold()))
                        : Optional.empty());
    }
}
