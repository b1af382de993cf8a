package org.shouwen.workorder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.springframework.stereotype.Component;

/** Asks the order's life about a command, with all that it must know, and has written what it decides. */
@Component
class OrderDecisions {
    private final OrderStore store;
    private final OrderRecorder recorder;
    private final MatterCorrections corrections;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final Editions editions;
    private final InstantSource clock;

    OrderDecisions(
            OrderStore store,
            OrderRecorder recorder,
            MatterCorrections corrections,
            Directory directory,
            WorkCalendar calendar,
            Editions editions,
            InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.corrections = corrections;
        this.directory = directory;
        this.calendar = calendar;
        this.editions = editions;
        this.clock = clock;
    }

    Result<Acted> decide(OrderRow row, Command command, CurrentUser by) {
        return decide(row, command, Party.of(by, OrderHolder.section(by, directory)), by.actor());
    }

    Result<Acted> decide(OrderRow row, Command command, Party party, Actor by) {
        Instant now = Instants.now(clock);
        if (command instanceof Command.Join join && row.order() instanceof WorkOrder.Registered) {
            OrderRow lead = store.holdLead(join.lead())
                    .filter(l -> !hidden(l, by))
                    .orElseThrow(() -> new BadInput("lead", "workorder.bad.no-such-order", join.lead()));
            Optional<Refused> refused = Joining.refuse(row, store.leads(row.number()), lead);
            if (refused.isPresent()) return new Result.No<>(refused.get());
        }
        return switch (WorkOrderLifecycle.act(
                row.order(), row.urgent(), command, party, now, rules(row, command, now))) {
            case Decision.No(var refused) -> new Result.No<>(refused);
            case Decision.Done(var happened) -> {
                OrderRow after = recorder.record(row, happened, now, by);
                yield new Result.Done<>(new Acted(
                        after.number(), after.order().state(), after.chain().seq()));
            }
        };
    }

    /** Nor does anybody of the platform reach an order about themselves by way of another one. */
    static boolean hidden(OrderRow row, Actor by) {
        return by.account() != null && by.unit() == null && row.shield().accuses(by.name());
    }

    /** Only what sets a limit needs the calendar held still. */
    private DecisionContext rules(OrderRow row, Command command, Instant now) {
        Assignment duty = row.order().dutyOrNull();
        // what is dispatched, also anew, falls under the edition that holds today
        boolean anew = command instanceof Command.GrantReturn || command instanceof Command.DispatchElsewhere;
        Edition edition = duty == null || anew
                ? editions.current(now.atZone(Limits.ZONE).toLocalDate())
                : editions.get(duty.edition());
        boolean setsLimit = command instanceof Command.Dispatch
                || command instanceof Command.LeadOwn
                || command instanceof Command.Reclassify
                || command instanceof Command.GrantExtension
                || anew;
        WorkingDays days = setsLimit ? calendar.currentForLimits() : calendar.current();
        boolean closed = duty != null && row.shield().withheldFrom(duty.lead(), directory.above(duty.lead()));
        MatterHeading heading =
                command instanceof Command.CorrectMatter ? corrections.heading(row.id()) : MatterHeading.NONE;
        String holder =
                command instanceof Command.ReportOutcome && duty != null ? OrderHolder.askWhom(duty, directory) : "";
        return new DecisionContext(edition, days, row.shield(), closed, heading, holder);
    }
}
