package org.shouwen.intake;

import java.util.UUID;
import org.shouwen.citizens.Scrub;
import org.shouwen.citizens.Vault;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Shield;
import org.shouwen.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** 催办: an appeal that asks again about an order (ruling 10); what it wants kept from units is kept with that too. */
@Component
@Basis(Clause.A21)
class Reminders {
    /** Of one person, to find their earlier appeal among. */
    private static final int MOST = 500;

    private final WorkOrders orders;
    private final AppealStore store;
    private final Vault vault;
    private final Directory directory;

    Reminders(WorkOrders orders, AppealStore store, Vault vault, Directory directory) {
        this.orders = orders;
        this.store = store;
        this.vault = vault;
        this.directory = directory;
    }

    /** Whoever reminds of another's order asks for secrecy for themselves alone, and is not named there. */
    void remind(Outcome.Reminded r, UUID appellant, Words words, Scrub scrub, Actor by) {
        Shield wanted = Orders.shield(words, directory, scrub);
        Shield kept = wanted.secret() && !brought(r.order(), appellant) ? wanted.accusing() : wanted;
        orders.remind(r.order(), Orders.reminderText(r, words, scrub), kept, by).orThrow();
    }

    private boolean brought(String order, UUID appellant) {
        return store.find(order)
                .map(Appeal::appellant)
                .filter(vault.samePerson(appellant, MOST)::contains)
                .isPresent();
    }
}
