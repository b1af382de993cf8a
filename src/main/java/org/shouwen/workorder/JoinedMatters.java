package org.shouwen.workorder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Photos;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * What each person whose order goes under another one has brought: those who handle the lead work with it (ruling 10). It is
 * masked as the joined order's own; of what is to be kept from units, units see nothing, nor of anything under a lead that
 * is closed to them (Art. 21).
 */
@Component
@Basis(Clause.A21)
public class JoinedMatters {
    private final WorkOrderBoard board;
    private final BoardStore store;
    private final OrderStore orders;
    private final Papers papers;

    JoinedMatters(WorkOrderBoard board, BoardStore store, OrderStore orders, Papers papers) {
        this.board = board;
        this.store = store;
        this.orders = orders;
        this.papers = papers;
    }

    /**
     * @param kept the platform keeps words and papers
     * @param papers what came with the appeal, also later, as far as it may be shown
     */
    public record Brought(OrderLine line, String content, boolean kept, List<PaperRef> papers) {}

    /** @param lines of orders that go under {@code lead}, as {@link WorkOrderBoard#joined} lists them */
    public List<Brought> of(OrderPage lead, List<OrderLine> lines, CurrentUser by) {
        boolean closed = board.identityWithheld(lead, by);
        return lines.stream()
                .map(l -> closed || (l.shielded() && !by.ofPlatform())
                        ? new Brought(l, "", true, List.of())
                        : new Brought(l, store.matter(l.id()).content(), false, shown(l.number(), by)))
                .toList();
    }

    /** A paper of one that goes under the lead; empty where it is not this person's to see. */
    public Optional<PaperRef> paper(OrderPage lead, String joined, UUID id, CurrentUser by) {
        boolean under = board.under(lead.number(), by).contains(joined);
        boolean kept = !by.ofPlatform()
                && orders.find(joined).filter(r -> !r.shield().any()).isEmpty();
        if (!under || kept || board.identityWithheld(lead, by)) return Optional.empty();
        return shown(joined, by).stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private List<PaperRef> shown(String number, CurrentUser by) {
        return papers.there("appeal/" + number).stream()
                .filter(p -> by.ofPlatform() || Photos.is(p))
                .toList();
    }
}
