package org.shouwen.appeal;

import java.util.List;
import java.util.Objects;
import org.shouwen.directory.PlaceCode;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.MatterHeading;
import org.shouwen.workorder.OrderMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When the platform corrects kind, class or place of an order, the appeal that became it says the same, so that figures of
 * appeals and of orders agree. The appeal's own title and words stay as they were taken.
 */
@Component
@Basis(Clause.A12_5)
class CorrectedAppeals {
    private final JdbcClient jdbc;
    private final Appeals appeals;
    private final AppealStore store;
    private final HeldAppeals held;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final History history;
    private final UnitScope scope;

    CorrectedAppeals(
            JdbcClient jdbc,
            Appeals appeals,
            AppealStore store,
            HeldAppeals held,
            AppealRows rows,
            AppealDigest digest,
            History history,
            UnitScope scope) {
        this.jdbc = jdbc;
        this.appeals = appeals;
        this.store = store;
        this.held = held;
        this.rows = rows;
        this.digest = digest;
        this.history = history;
        this.scope = scope;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (!(moved.event() instanceof Event.MatterCorrected corrected)) return;
        scope.asPlatform(() -> {
            List<Appeal> found = appeals.ofIds(List.of(moved.appeal()));
            for (Appeal a : found)
                store.lock(a.number()).map(held::require).ifPresent(locked -> correct(locked, corrected, moved));
            return found;
        });
    }

    /** Nothing is written of an appeal whose term has run out: it has no salt any more. */
    private void correct(Appeal a, Event.MatterCorrected corrected, OrderMoved moved) {
        MatterHeading to = corrected.after();
        AppealContent w = a.words();
        if (a.salt().isEmpty() || same(w, to)) return;
        AppealContent now = w.classified(new Classification(
                to.kind(), to.matterClass(), PlaceCode.stored(to.place()), w.location(), w.happenedAt()));
        AppealEvent event =
                new AppealEvent.HeadingCorrected(now.kind(), now.matterClass(), now.place(), digest.of(a.salt(), now));
        Chain chain = history.append(
                new Entry(a.subject(), a.chain(), moved.at(), Actor.SYSTEM, rows.name(event), rows.write(event)));
        jdbc.sql("update intake.appeal set kind = :kind, matter_class = :class, place = :place where id = :id")
                .param("kind", now.kind())
                .param("class", now.matterClass())
                .param("place", now.place())
                .param("id", a.id())
                .update();
        store.moved(a, chain);
    }

    private static boolean same(AppealContent w, MatterHeading to) {
        return w.kind().equals(to.kind())
                && Objects.equals(w.matterClass(), to.matterClass())
                && Objects.equals(w.place(), PlaceCode.stored(to.place()));
    }
}
