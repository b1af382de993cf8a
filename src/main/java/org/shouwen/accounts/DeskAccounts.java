package org.shouwen.accounts;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.access.Role;
import org.shouwen.directory.Hangings;
import org.shouwen.directory.HangsOn.Hanging;
import org.shouwen.directory.UnitId;
import org.springframework.stereotype.Component;

/** An account is not closed while its officer holds orders, or while nobody else could work on its unit's. */
@Component
class DeskAccounts {
    private final AccountStore store;
    private final Hangings hangings;

    DeskAccounts(AccountStore store, Hangings hangings) {
        this.store = store;
        this.hangings = hangings;
    }

    /** @throws org.shouwen.problems.BadInput that lists what hangs on it */
    void refuse(Account account) {
        List<Hanging> hanging = new ArrayList<>();
        if (account.officer() != null) hanging.addAll(hangings.onOfficer(account.officer()));
        if (account.unit() != null && lastDesk(account))
            hangings.onUnit(new UnitId(account.unit())).stream()
                    .filter(h -> h.what().equals("orders"))
                    .forEach(hanging::add);
        Hangings.refuse(hanging);
    }

    private boolean lastDesk(Account account) {
        return account.roles().contains(Role.UNIT_DESK)
                && store.all().stream()
                        .noneMatch(a -> a.active()
                                && !a.id().equals(account.id())
                                && java.util.Objects.equals(a.unit(), account.unit())
                                && a.roles().contains(Role.UNIT_DESK)
                                && !a.signedIn().program());
    }
}
