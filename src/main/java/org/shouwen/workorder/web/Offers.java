package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SignedIn;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.Asked;
import org.shouwen.workorder.Duty;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.Urgent;
import org.shouwen.workorder.WorkOrder;

/** Which acts to offer on the order page; the decision itself is taken behind the door. The first is the obvious next step. */
@Pure
final class Offers {
    private final List<String> acts = new ArrayList<>();

    private Offers() {}

    /** @param answers the platform speaks to the appellant in the unit's stead */
    static List<String> of(OrderPage page, Edition edition, SignedIn me, Instant now, boolean answers) {
        Offers o = new Offers();
        WorkOrder order = page.order();
        Duty duty = order.dutyOrNull();
        if (duty != null) o.running(page, duty, edition, me, now, answers);
        else o.offer("dispatches", order instanceof WorkOrder.Registered && me.has(Role.DISPATCHER));
        boolean desk = me.has(Role.DISPATCHER) || me.has(Role.AGENT);
        o.offer("joins", order instanceof WorkOrder.Registered && desk);
        o.offer(
                "separations",
                order instanceof WorkOrder.Joined j && j.answeredAt() == null && me.has(Role.DISPATCHER));
        boolean open = !(order instanceof WorkOrder.Closed || order instanceof WorkOrder.Joined);
        o.offer("urgencies", open && desk);
        o.offer("reminders", open && desk);
        UnitId unit = me.unit();
        o.offer("notes", open && (unit == null || (duty != null && (duty.lead().equals(unit) || assists(duty, me)))));
        boolean shields = desk && !(order instanceof WorkOrder.Closed);
        o.offer("accusations", shields);
        o.offer(
                "secrecy-requests",
                shields && !(page.shield().secret() && page.shield().permittedAt() == null));
        o.offer("permissions", shields && page.shield().any() && page.shield().permittedAt() == null);
        o.offer("attachments", unit == null || (duty != null && duty.concerns(unit)));
        return o.acts;
    }

    private void running(OrderPage page, Duty duty, Edition edition, SignedIn me, Instant now, boolean answers) {
        WorkOrder order = page.order();
        boolean lead = duty.lead().equals(me.unit());
        boolean dispatcher = me.has(Role.DISPATCHER);
        boolean desk = dispatcher || me.has(Role.AGENT);
        boolean waiting = order instanceof WorkOrder.AwaitingReceipt;
        boolean inHand = order instanceof WorkOrder.InHand;
        boolean reported = order instanceof WorkOrder.Reported;
        Urgent urgent = page.urgent();
        boolean running = !reported && !(order instanceof WorkOrder.Closed);
        offer("calls", desk && running && urgent != null && urgent.alarming());
        Asked asked = duty.asked();
        boolean decidesReturn = asked.returning() != null && (asked.returns() == 0 ? dispatcher : me.has(Role.BUREAU));
        offer("return-grants", decidesReturn);
        offer("return-refusals", decidesReturn);
        offer("extension-grants", asked.extension() != null && dispatcher);
        offer("extension-refusals", asked.extension() != null && dispatcher);
        offer("receipts", waiting && lead);
        offer("arrivals", lead && running && urgent != null && urgent.onSiteAt() == null);
        offer(
                "restorations",
                lead && running && urgent != null && urgent.onSiteAt() != null && urgent.normalAt() == null);
        boolean unanswered =
                page.order() instanceof WorkOrder.Reported o && o.report().answeredAt() == null;
        boolean owed = (answers || unanswered) && page.shield().answeredAt() == null;
        offer("contacts", (inHand || reported) && desk && owed);
        offer("acceptances", reported && dispatcher && asked.extension() == null && !owed);
        offer("reworks", reported && dispatcher);
        offer("reports", inHand && lead);
        offer("contributions", (waiting || inHand) && assists(duty, me));
        offer("contacts", inHand && ((lead && !answers) || (desk && !owed)));
        offer("assignments", inHand && lead && (me.has(Role.UNIT_DESK) || me.has(Role.UNIT_LEADER)));
        offer(
                "part-reminders",
                (waiting || inHand) && (lead || dispatcher) && !duty.owed().isEmpty());
        offer(
                "extensions",
                inHand
                        && lead
                        && asked.extension() == null
                        && asked.daysExtended() < edition.extensionDays()
                        && !duty.handling().passed(now));
        offer("returns", (waiting || inHand) && lead && asked.returning() == null && asked.returns() < 2);
        offer("reclassifications", dispatcher && (waiting || inHand));
    }

    private static boolean assists(Duty duty, SignedIn me) {
        UnitId unit = me.unit();
        return unit != null && duty.assisting().contains(unit);
    }

    private void offer(String act, boolean when) {
        if (when) acts.add(act);
    }
}
