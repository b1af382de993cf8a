package org.shouwen.appeal;

import java.util.Optional;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;

/** Whoever asks again, or brings what is an order already, need not say of what kind it is: it is of the order's kind (ruling 10). */
@Component
class ReminderKind {
    private final WorkOrderBoard board;

    ReminderKind(WorkOrderBoard board) {
        this.board = board;
    }

    /** Code of the kind of the order that an outcome names; empty when it names none, or there is no such order. */
    String of(Disposition outcome) {
        String order = switch (outcome) {
            case Disposition.Reminded r -> r.order();
            case Disposition.Joined j -> j.order();
            case Disposition.Answered _,
                    Disposition.Ordered _,
                    Disposition.Guided _,
                    Disposition.Declined _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> "";
        };
        if (order.isEmpty()) return "";
        Optional<OrderPage> page = board.ofNumber(order);
        return page.map(p -> p.matter().kind()).orElse("");
    }
}
