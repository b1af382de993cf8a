package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.KnowledgeDue;
import org.shouwen.knowledge.OutageLapsed;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a unit's desk and leaders, or the platform, what to do in the knowledge base or about an outage, in the transaction of
 * what it tells (Art. 4).
 */
@Component
@Basis(Clause.A4)
class KnowledgeNotices {
    private final StaffNoticeStore store;
    private final UnitScope scope;

    KnowledgeNotices(StaffNoticeStore store, UnitScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @EventListener
    void on(KnowledgeDue due) {
        StaffNotice.Kind kind = switch (due.what()) {
            case FLAW_REPORTED -> StaffNotice.Kind.FLAW_REPORTED;
            case REVIEW_ENDS -> StaffNotice.Kind.REVIEW_ENDS;
            case REVIEW_LATE -> StaffNotice.Kind.REVIEW_LATE;
            case VALIDITY_ENDS -> StaffNotice.Kind.VALIDITY_ENDS;
            case FLAW_LATE -> StaffNotice.Kind.FLAW_LATE;
            case UPKEEP_LATE -> StaffNotice.Kind.UPKEEP_LATE;
        };
        Instant end = due.due().plusDays(1).atStartOfDay(Limits.ZONE).toInstant();
        tell(new StaffNotice(due.unit(), null, null, kind, "", due.at(), end));
    }

    @EventListener
    void on(OutageLapsed lapsed) {
        UnitId unit = lapsed.outage().unit();
        tell(new StaffNotice(unit, null, null, StaffNotice.Kind.OUTAGE_LAPSED, "", lapsed.at(), null));
    }

    /** Whoever reports may be of another unit. */
    private void tell(StaffNotice notice) {
        scope.asPlatform(() -> {
            store.insert(List.of(notice));
            return true;
        });
    }
}
