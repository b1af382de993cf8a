package org.shouwen.handover;

import java.util.List;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.HandedOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows on an order what was handed on of it; and, without words of offices, to whoever brought the matter (Art. 18, 19). */
@Component
public class HandoversOfOrder implements HandedOn {
    private final HandoverStore store;
    private final UnitScope scope;

    HandoversOfOrder(HandoverStore store, UnitScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** Whoever may see the order may know of it; why it was done is the platform's and its author's to read. */
    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(String orderNumber, CurrentUser by) {
        return ofOrder(orderNumber).stream()
                .map(h -> new Entry(
                        h.kind().name(),
                        h.number(),
                        h.recipient(),
                        h.handedAt(),
                        h.handedBy(),
                        h.due(),
                        h.provisional(),
                        reads(h, by) ? h.reason() : "",
                        h.answeredAt(),
                        h.answer()))
                .toList();
    }

    /** Oldest first; for the portal, which says of them only that and when. */
    @Transactional(readOnly = true)
    public List<Handover> ofOrder(String orderNumber) {
        return scope.asPlatform(() -> store.ofOrder(orderNumber));
    }

    private static boolean reads(Handover h, CurrentUser by) {
        UnitId unit = by.unit();
        return unit == null || unit.equals(h.unit());
    }
}
