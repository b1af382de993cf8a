package org.shouwen.supervision;

import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Supervised;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows on an order how it is supervised, so that whoever handles it need not look elsewhere (Art. 16). */
@Component
@Basis(Clause.A16)
class SupervisionsOfOrder implements Supervised {
    private final SupervisionStore store;

    SupervisionsOfOrder(SupervisionStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(UUID order, CurrentUser by) {
        UnitId unit = by.unit();
        return store.ofOrder(order).stream()
                .filter(s -> unit == null || unit.equals(s.unit()))
                .map(s -> new Entry(
                        s.number(),
                        s.level().name(),
                        s.issuedAt(),
                        s.due(),
                        s.provisional(),
                        s.answeredAt(),
                        s.endedAt()))
                .toList();
    }
}
