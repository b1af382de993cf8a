package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.OpenLimits;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.PendingRequests;
import org.shouwen.workorder.Urgent;
import org.shouwen.workorder.WorkOrder;

/** Which acts to offer on the order page; the decision itself is taken behind the door. */
@Pure
final class AvailableActions {
    /** What carries an order on; the others may be done at some time, and none of them is what comes next. */
    private static final Set<String> STEPS = Set.of(
            "intake-answers",
            "dispatches",
            "calls",
            "receipts",
            "arrivals",
            "restorations",
            "return-grants",
            "extension-grants",
            "acceptances",
            "reports",
            "contributions");

    private final List<String> acts = new ArrayList<>();

    private AvailableActions() {}

    /**
     * What is offered is what the order's life accepts of this person now, and nothing of it is left out.
     *
     * @param section the section of the unit that the person belongs to; null when they have none
     * @param answers the platform speaks to the appellant in the unit's stead
     */
    static List<String> of(
            OrderPage page,
            Edition edition,
            WorkingDays days,
            CurrentUser me,
            @Nullable UUID section,
            Instant now,
            boolean answers) {
        AvailableActions o = new AvailableActions();
        WorkOrder order = page.order();
        Assignment duty = order.dutyOrNull();
        if (duty != null) o.dispatched(page, duty, edition, days, me, section, now, answers);
        else if (order instanceof WorkOrder.Registered r) o.registered(r, me);
        boolean desk = me.has(Role.DISPATCHER) || me.has(Role.AGENT);
        o.offer("joins", order instanceof WorkOrder.Registered && desk);
        o.offer(
                "separations",
                order instanceof WorkOrder.Joined j && j.answeredAt() == null && me.has(Role.DISPATCHER));
        boolean closed = order instanceof WorkOrder.Closed;
        boolean joined = order instanceof WorkOrder.Joined;
        o.offer("urgencies", !closed && !joined && desk);
        o.offer("reminders", !closed && !joined && desk);
        UnitId unit = me.unit();
        boolean worksOnIt = unit == null || (duty != null && duty.concerns(unit));
        o.offer("notes", !closed && worksOnIt);
        o.offer("attachments", worksOnIt);
        o.offer("corrections", me.has(Role.DISPATCHER) || me.has(Role.SUPERVISOR));
        o.offer("accusations", desk);
        o.offer(
                "secrecy-requests",
                desk && !(page.shield().secret() && page.shield().permittedAt() == null));
        o.offer("permissions", desk && page.shield().any() && page.shield().permittedAt() == null);
        if (!joined)
            o.urgent(page.urgent(), duty, desk, duty != null && duty.lead().equals(unit));
        return o.acts;
    }

    /** The obvious next step, if the first of what is offered is one; the platform's answer to a report that waits for it is too. */
    static @Nullable String next(List<String> acts, WorkOrder order) {
        if (acts.isEmpty()) return null;
        String first = acts.getFirst();
        boolean answer = first.equals("contacts") && order instanceof WorkOrder.Reported;
        return answer || STEPS.contains(first) ? first : null;
    }

    private void registered(WorkOrder.Registered order, CurrentUser me) {
        boolean asked = order.askedAt() != null;
        offer("intake-answers", asked && me.has(Role.AGENT));
        offer("dispatches", me.has(Role.DISPATCHER));
        offer("intake-answers", asked && me.has(Role.DISPATCHER));
        offer("intake-questions", !asked && me.has(Role.DISPATCHER));
    }

    private void dispatched(
            OrderPage page,
            Assignment duty,
            Edition edition,
            WorkingDays days,
            CurrentUser me,
            @Nullable UUID section,
            Instant now,
            boolean answers) {
        WorkOrder order = page.order();
        boolean lead = duty.lead().equals(me.unit());
        boolean dispatcher = me.has(Role.DISPATCHER);
        boolean desk = dispatcher || me.has(Role.AGENT);
        boolean waiting = order instanceof WorkOrder.AwaitingReceipt;
        boolean inHand = order instanceof WorkOrder.InHand;
        boolean reported = order instanceof WorkOrder.Reported;
        if (waiting || inHand) pressing(page.urgent(), desk, lead, waiting);
        PendingRequests asked = duty.asked();
        boolean decidesReturn = asked.returning() != null && (asked.askedBefore() ? me.has(Role.BUREAU) : dispatcher);
        offer("return-grants", decidesReturn);
        offer("return-refusals", decidesReturn);
        offer("extension-grants", asked.extension() != null && dispatcher);
        offer("extension-refusals", asked.extension() != null && dispatcher);
        offer("receipts", waiting && lead);
        boolean unanswered =
                page.order() instanceof WorkOrder.Reported o && o.report().answeredAt() == null;
        boolean owed = (answers || unanswered) && page.shield().answeredAt() == null;
        offer("contacts", (inHand || reported) && desk && owed);
        offer("acceptances", reported && dispatcher && asked.extension() == null && !owed);
        offer("reworks", reported && dispatcher);
        offer("reports", inHand && lead && !duty.assignedPast(me, section));
        offer("contributions", (waiting || inHand) && assists(duty, me));
        offer("contacts", inHand && lead && !answers);
        offer("contacts", desk && (inHand || (reported && answers))); // again, or before the unit does
        offer("assignments", inHand && lead && (me.has(Role.UNIT_DESK) || me.has(Role.UNIT_LEADER)));
        offer(
                "part-reminders",
                (waiting || inHand) && (lead || dispatcher) && !duty.owed().isEmpty());
        offer("extensions", inHand && lead && OpenLimits.extending(duty, edition, now));
        offer("returns", (waiting || inHand) && lead && OpenLimits.returning(duty, edition, days, now));
        offer("redispatches", (waiting || inHand) && dispatcher);
        offer("recalls", waiting && dispatcher && asked.returns() == 0);
        offer(
                "reclassifications",
                (waiting || inHand) && dispatcher && OpenLimits.reclassifying(duty, edition, days, now));
    }

    /** What of an urgent order comes before all else. */
    private void pressing(@Nullable Urgent urgent, boolean desk, boolean lead, boolean waiting) {
        if (urgent == null) return;
        offer("calls", desk && urgent.alarming());
        offer("receipts", waiting && lead);
        offer("arrivals", lead && urgent.onSiteAt() == null);
        offer("restorations", lead && urgent.onSiteAt() != null && urgent.normalAt() == null);
    }

    /** What may be recorded of an urgent order at any time, also late, again, or by the platform for the unit. */
    private void urgent(@Nullable Urgent urgent, @Nullable Assignment duty, boolean desk, boolean lead) {
        if (urgent == null) return;
        offer("calls", desk && duty != null);
        offer("arrivals", desk || lead);
        offer("restorations", desk || lead);
    }

    private static boolean assists(Assignment duty, CurrentUser me) {
        UnitId unit = me.unit();
        return unit != null && duty.assisting().contains(unit);
    }

    private void offer(String act, boolean when) {
        if (when && !acts.contains(act)) acts.add(act);
    }
}
