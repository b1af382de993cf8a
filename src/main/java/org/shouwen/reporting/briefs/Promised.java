package org.shouwen.reporting.briefs;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;

/** What came of what a brief promised, as far as the orders tell that it names. */
@Component
class Promised {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private final WorkOrderBoard board;

    Promised(WorkOrderBoard board) {
        this.board = board;
    }

    List<BriefText.Promise> of(BriefText before) {
        return before.next().stream().map(p -> p.came(came(p))).toList();
    }

    private String came(BriefText.Promise p) {
        return p.order().isEmpty()
                ? ""
                : board.ofNumber(p.order()).map(Promised::came).orElse("");
    }

    private static String came(OrderPage page) {
        return switch (page.order()) {
            case WorkOrder.Closed o -> "工单" + day(o.closedAt()) + "办结。";
            case WorkOrder.Reported o -> "工单" + day(o.reportedAt()) + "报结，待审核。";
            case WorkOrder.InHand _ -> "工单正在办理。";
            case WorkOrder.AwaitingReceipt _ -> "工单待接收。";
            case WorkOrder.Joined _ -> "已并入同一事项的工单办理。";
            case WorkOrder.Registered _ -> "工单待派单。";
        };
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(Limits.ZONE));
    }
}
