package org.shouwen.appeal;

import java.util.Optional;
import org.shouwen.problems.Text;
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

    /** @param outcome checked; the appeal itself comes back where it has a kind or there is no such order */
    NewAppeal of(NewAppeal appeal, Disposition outcome) {
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
        if (order.isEmpty() || !Text.clean(appeal.kind()).isEmpty()) return appeal;
        Optional<OrderPage> page = board.ofNumber(order);
        return page.map(p -> appeal.ofKind(p.matter().kind())).orElse(appeal);
    }
}
