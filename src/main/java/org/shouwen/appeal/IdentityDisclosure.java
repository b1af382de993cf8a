package org.shouwen.appeal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Vault;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of those who have an order may see whom to call (Art. 21): the unit's desk and the officer to whom it is assigned,
 * signed in with a second factor, while the order is open; never those complained about, nor a unit when the appellant
 * asked for secrecy (ruling 14). Each look has its reason and is on record before anything shows.
 */
@Service
@Basis(Clause.A21)
public class IdentityDisclosure {
    private final WorkOrderBoard board;
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final Directory directory;
    private final Accounts accounts;
    private final Vault vault;

    IdentityDisclosure(
            WorkOrderBoard board,
            Appeals appeals,
            AppealVisibility readable,
            Directory directory,
            Accounts accounts,
            Vault vault) {
        this.board = board;
        this.appeals = appeals;
        this.readable = readable;
        this.directory = directory;
        this.accounts = accounts;
        this.vault = vault;
    }

    /**
     * An order as the person sees it before a look.
     *
     * @param appeal null where they must not know who it is, not even by a mask
     */
    public record Seen(OrderPage order, @Nullable Appeal appeal) {
        public boolean closed() {
            return appeal == null;
        }
    }

    /** @throws org.shouwen.problems.NotFound when the order is not the person's to see, or not there */
    @Transactional(readOnly = true)
    public Seen of(String number, CurrentUser me) {
        OrderPage order = board.page(number, me);
        if (me.ofPlatform()) return new Seen(order, readable.get(number, me));
        return new Seen(order, board.identityWithheld(order, me) ? null : appeals.get(number));
    }

    private static String closedBy(Confidentiality shield) {
        return shield.secret() ? "asked-for-secrecy" : shield.unclear() ? "accused-unclear" : "accused";
    }

    /**
     * @param from network address
     * @throws org.shouwen.problems.Refusal when this person may not know
     * @throws org.shouwen.problems.BadInput when no reason is given
     */
    @Transactional
    public Identity look(String number, CurrentUser me, String from, String why) {
        Seen seen = of(number, me);
        Appeal appeal = seen.appeal();
        if (appeal == null) throw refused(closedBy(seen.order().shield()));
        refusal(seen, me).ifPresent(words -> {
            throw refused(words);
        });
        if (me.ofPlatform()) readable.requireLookable(appeal);
        return vault.look(appeal.appellant(), me, from, why);
    }

    private static Refusal refused(String words) {
        return new Refused(Clause.A21, "appeal.refused." + words).toRefusal();
    }

    private Optional<String> refusal(Seen seen, CurrentUser me) {
        if (me.ofPlatform()) return Optional.empty();
        if (seen.order().order().state() == WorkOrder.State.CLOSED) return Optional.of("order-over");
        UUID section = Optional.ofNullable(me.officer())
                .flatMap(directory::officer)
                .map(Officer::section)
                .orElse(null);
        var duty = seen.order().order().dutyOrNull();
        if (duty != null && duty.assignedPast(me, section)) return Optional.of("assigned-to-another");
        return provedTwice(me) ? Optional.empty() : Optional.of("second-factor-first");
    }

    /** Whether more than a password stands behind the sign-in; the demonstration city's accounts have none. */
    public boolean provedTwice(CurrentUser me) {
        return me.provedTwice() || accounts.demonstrates(me.account());
    }
}
