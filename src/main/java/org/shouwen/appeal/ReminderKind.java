package org.shouwen.appeal;

import org.shouwen.problems.NotFound;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;

/** Whoever asks again, or brings what is an order already, need not say of what kind it is: it is of the order's kind (ruling 10). */
@Component
class ReminderKind {
    private final WorkOrderBoard board;

    ReminderKind(WorkOrderBoard board) {
        this.board = board;
    }

    /**
     * Code of the kind of the order that an outcome names; empty when it names none.
     *
     * @throws NotFound when there is no such order: that is what is wrong, and not that a kind was not given
     */
    String of(Disposition outcome) {
        WorkOrderNumber order = switch (outcome) {
            case Disposition.Reminded r -> r.order();
            case Disposition.Joined j -> j.order();
            case Disposition.Answered _,
                    Disposition.Ordered _,
                    Disposition.Guided _,
                    Disposition.Declined _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> null;
        };
        if (order == null) return "";
        return board.ofNumber(order.text())
                .map(p -> p.matter().kind())
                .orElseThrow(() -> new NotFound("order", order.text()));
    }
}
