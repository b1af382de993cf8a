package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.AppellantRemarks;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remarks as whoever works on an order reads them: without what leads to the person, and of those to be kept nothing (Art. 21). */
@Component
@Basis(Clause.A21)
class OrderRemarks implements AppellantRemarks {
    private final RemarkStore store;
    private final RemarkTexts texts;
    private final Appeals appeals;
    private final Vault vault;
    private final AppealVisibility readable;
    private final WorkOrderBoard board;
    private final UnitScope scope;

    OrderRemarks(
            RemarkStore store,
            RemarkTexts texts,
            Appeals appeals,
            Vault vault,
            AppealVisibility readable,
            WorkOrderBoard board,
            UnitScope scope) {
        this.store = store;
        this.texts = texts;
        this.appeals = appeals;
        this.vault = vault;
        this.readable = readable;
        this.board = board;
        this.scope = scope;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> fresh(Collection<String> orders, CurrentUser by) {
        return orders.isEmpty() ? Set.of() : scope.asPlatform(() -> store.fresh(orders, by.unit() == null));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AppellantRemarks.Said> of(OrderPage order, CurrentUser by) {
        boolean closed = board.identityWithheld(order, by);
        return scope.asPlatform(() -> {
            List<UUID> people = store.people(order.number());
            Map<UUID, Appeal> of =
                    appeals.withIds(people, by).stream().collect(Collectors.toMap(Appeal::id, Function.identity()));
            List<Remark> said = store.of(of.keySet());
            Map<UUID, String> words = texts.of(said, of);
            Set<UUID> kept = by.unit() == null ? Set.of() : readable.kept(of.values());
            List<AppellantRemarks.Said> shown = new ArrayList<>();
            for (Remark r : said) {
                Appeal a = Objects.requireNonNull(of.get(r.appeal()));
                boolean own = a.id().equals(order.appeal());
                // of the order's own person the unit reads what is left without the masks; of others who ask to be
                // kept, nothing
                boolean withheld = !own && (closed || kept.contains(a.id()));
                String masked = vault.scrub(a.appellant()).of(words.getOrDefault(r.id(), ""));
                Remark.Reading reading = r.by(by);
                Appeal.Rating rating = RemarkTexts.judged(r, a);
                shown.add(new AppellantRemarks.Said(
                        r.id(),
                        r.kind().name(),
                        a.number(),
                        !own,
                        r.at(),
                        withheld ? "" : closed || kept.contains(a.id()) ? MaskRemover.of(masked) : masked,
                        withheld,
                        rating == null ? null : rating.resolved(),
                        rating == null ? null : rating.satisfied(),
                        reading == null ? null : reading.name(),
                        reading == null ? null : reading.at()));
            }
            shown.sort(Comparator.comparing(AppellantRemarks.Said::at));
            return shown;
        });
    }
}
