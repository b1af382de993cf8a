package org.shouwen.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeals;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls about an order through the exchange: the person is called back (Art. 14), the unit is supervised by telephone
 * (Art. 16) or told of an urgent matter (Art. 17). Each call that comes of it stays with the order, with its recording, as
 * proof.
 */
@Service
@Transactional
@Basis({Clause.A14, Clause.A16})
public class OrderCalls {
    private final WorkOrderBoard board;
    private final Appeals appeals;
    private final Vault vault;
    private final DutyPhones phones;
    private final Dials dials;

    OrderCalls(WorkOrderBoard board, Appeals appeals, Vault vault, DutyPhones phones, Dials dials) {
        this.board = board;
        this.appeals = appeals;
        this.vault = vault;
        this.phones = phones;
        this.dials = dials;
    }

    /**
     * @param lead null before the order is dispatched
     * @param phones of the unit at this hour, the first to be called first
     */
    public record Reach(
            String number, boolean urgent, @Nullable UnitId lead, List<DutyPhone> phones) {}

    /** @throws NotFound when there is none, or it is not the person's to see */
    @Transactional(readOnly = true)
    public Reach reach(String number, CurrentUser by) {
        OrderPage page = board.page(number, by);
        UnitId lead = lead(page.order());
        return new Reach(number, page.urgent() != null, lead, lead == null ? List.of() : phones.now(lead));
    }

    /** Calls the unit: told of an urgent matter when the order is urgent, else supervised. */
    public void dialUnit(String number, int turn, CurrentUser by) {
        Reach reach = reach(number, by);
        if (turn < 1 || turn > reach.phones().size()) throw new BadInput("turn", "problems.field.unreadable");
        Phone phone = Phone.parse("phone", reach.phones().get(turn - 1).phone());
        dials.dial(phone, reach.urgent() ? Dials.Purpose.URGENT : Dials.Purpose.SUPERVISION, number, by);
    }

    /** Calls the person back; the agent does not see the number. */
    public void dialPerson(String number, CurrentUser by) {
        UUID appeal = board.page(number, by).appeal();
        Phone phone = appeals.withIds(List.of(appeal), by).stream()
                .findFirst()
                .flatMap(a -> vault.numberToTell(a.appellant()))
                .orElseThrow(() -> new BadInput("dial", "desk.bad.no-number"));
        dials.dial(phone, Dials.Purpose.CALLBACK, number, by);
    }

    private static @Nullable UnitId lead(WorkOrder order) {
        return switch (order) {
            case WorkOrder.Registered _, WorkOrder.Joined _ -> null;
            case WorkOrder.AwaitingReceipt o -> o.duty().lead();
            case WorkOrder.InHand o -> o.duty().lead();
            case WorkOrder.Reported o -> o.duty().lead();
            case WorkOrder.Closed o -> o.duty().lead();
        };
    }
}
