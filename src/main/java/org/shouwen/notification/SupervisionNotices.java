package org.shouwen.notification;

import java.util.List;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.OrderSupervised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a unit that its order is supervised and until when it answers, in the transaction of what it tells (Art. 16). */
@Component
@Basis(Clause.A16)
class SupervisionNotices {
    private final StaffNoticeStore store;
    private final UnitScope scope;

    SupervisionNotices(StaffNoticeStore store, UnitScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @EventListener
    void on(OrderSupervised s) {
        StaffNotice notice =
                new StaffNotice(s.unit(), null, null, StaffNotice.Kind.SUPERVISED, s.orderNumber(), s.at(), s.due());
        scope.asPlatform(() -> {
            store.insert(List.of(notice));
            return true;
        });
    }
}
