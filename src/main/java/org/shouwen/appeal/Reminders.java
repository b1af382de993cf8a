package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.Directory;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** 催办: an appeal that asks again about an order (ruling 10); what it wants kept from units is kept with that too. */
@Component
@Basis(Clause.A21)
class Reminders {
    private final WorkOrders orders;
    private final AppealStore appeals;
    private final WorkOrderBoard board;
    private final Vault vault;
    private final Directory directory;

    Reminders(WorkOrders orders, AppealStore appeals, WorkOrderBoard board, Vault vault, Directory directory) {
        this.orders = orders;
        this.appeals = appeals;
        this.board = board;
        this.vault = vault;
        this.directory = directory;
    }

    /** Whoever reminds of another's order asks for secrecy for themselves alone, and is not named there. */
    void remind(Disposition.Reminded r, UUID appellant, AppealContent words, Redactor scrub, CurrentUser by) {
        Confidentiality wanted = AccusedUnitFinder.find(words, directory, scrub, vault.unnamed(appellant));
        orders.remind(r.number(), ReminderText.of(r, words, scrub), wanted.accusing(), by.actor())
                .orThrow();
        if (wanted.secret()) for (String own : brought(r.number(), appellant, by)) orders.keepSecret(own, by.actor());
    }

    /** Of the order and those that go under it, the person's own; where nobody can tell whose it is, the order itself. */
    private List<String> brought(String order, UUID appellant, CurrentUser by) {
        List<UUID> same = vault.samePerson(appellant, Vault.EVERYONE);
        List<String> all = new ArrayList<>(List.of(order));
        all.addAll(board.under(order, by));
        List<String> own = appeals.all(all).stream()
                .filter(a -> same.contains(a.appellant()))
                .map(Appeal::number)
                .toList();
        boolean unknown = own.isEmpty() && vault.withNumber(List.of(appellant)).isEmpty();
        return unknown ? List.of(order) : own;
    }
}
