package org.shouwen.workorder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Chain;
import org.shouwen.regulation.Edition;

/** An order that lives through commands without database, for tests beside the pure centre. */
public final class LivedOrder {
    public static final WorkingDays DAYS = TestRules.DAYS;

    private static final Matter MATTER = new Matter("暖气不热", "不热", "complaint", null, null, "", "", null);

    private final Edition edition;
    private final List<String> told = new ArrayList<>();
    private OrderRow row;
    private Instant now;

    public LivedOrder(
            Edition edition,
            Instant now,
            @Nullable String urgentKind,
            boolean secret,
            List<UnitId> accused,
            boolean unclear) {
        this.edition = edition;
        this.now = now;
        UUID appeal = new UUID(1, 1);
        row = new OrderRow(
                        new UUID(1, 2),
                        "1",
                        appeal,
                        now,
                        new WorkOrder.Registered(),
                        null,
                        Confidentiality.NONE,
                        Chain.START)
                .after(
                        new Event.Registered(
                                "1", appeal, "", urgentKind, secret, accused, unclear ? "某人" : "", unclear),
                        now,
                        Chain.START);
    }

    public Instant now() {
        return now;
    }

    /** Time passes and is noticed. */
    public void pass(Duration time) {
        now = now.plus(time);
        happened(
                "time passes",
                WorkOrderLifecycle.act(
                        row.order(), row.urgent(), new Command.Tick(), new Party.Machine(), now, rules()));
    }

    /** Whether the person's page shows the order at all. */
    public boolean seenBy(CurrentUser person) {
        UnitId unit = person.unit();
        Assignment duty = row.order().dutyOrNull();
        return unit == null || (duty != null && duty.concerns(unit));
    }

    public boolean accepts(Command command, CurrentUser by) {
        return WorkOrderLifecycle.act(row.order(), row.urgent(), command, Party.of(by, null), now, rules())
                instanceof Decision.Done;
    }

    /** @return whether it was accepted */
    public boolean act(Command command, CurrentUser by) {
        return happened(
                command + " by " + by.roles(),
                WorkOrderLifecycle.act(row.order(), row.urgent(), command, Party.of(by, null), now, rules()));
    }

    /** The order that this one goes under was closed. */
    public void leadClosed() {
        if (row.order() instanceof WorkOrder.Joined j)
            row = row.after(new Event.AnsweredWithLead(j.lead()), now, Chain.START);
    }

    public OrderPage page() {
        return new OrderPage(
                row.id(),
                row.number(),
                row.appeal(),
                row.registeredAt(),
                row.order(),
                row.urgent(),
                row.shield(),
                MATTER,
                List.of(),
                1);
    }

    /** Whether the platform speaks to the appellant in the lead unit's stead. */
    public boolean platformAnswers() {
        Assignment duty = row.order().dutyOrNull();
        return duty != null && row.shield().withheldFrom(duty.lead(), List.of());
    }

    @Override
    public String toString() {
        return "%s at %s%n%s%n%s%n%s".formatted(row.order(), now, row.urgent(), row.shield(), String.join("\n", told));
    }

    private boolean happened(String what, Decision decision) {
        if (!(decision instanceof Decision.Done done)) return false;
        for (Event e : done.events()) row = row.after(e, now, Chain.START);
        if (!done.events().isEmpty()) told.add(now + " " + what);
        return true;
    }

    private DecisionContext rules() {
        return new DecisionContext(edition, DAYS, row.shield(), platformAnswers());
    }
}
