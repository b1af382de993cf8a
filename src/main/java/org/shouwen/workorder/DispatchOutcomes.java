package org.shouwen.workorder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.SignedIn;
import org.shouwen.directory.UnitId;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.suggestion.ProposalLog.Decided;
import org.shouwen.suggestion.Proposals;
import org.shouwen.suggestion.Suggestion;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the dispatcher's proposals: kept in the transaction that dispatches, whichever page did it (ruling 16). */
@Component
class DispatchOutcomes {
    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final ProposalLog log;

    DispatchOutcomes(JdbcClient jdbc, Proposals proposals, ProposalLog log) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.log = log;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (!(moved.event() instanceof Event.Dispatched d)) return;
        CurrentUser by = SignedIn.person();
        if (by == null || !by.ofPlatform()) return;
        List<Decided> all = new ArrayList<>();
        jdbc.sql("select matter_class, place from workorder.matter where order_id = :id")
                .param("id", moved.order())
                .query((rs, _) -> proposals.dispatch(rs.getString("matter_class"), rs.getString("place")))
                .list()
                .forEach(found -> found.forEach(s -> all.add(decided(s, decided(s, d)))));
        if (!all.isEmpty()) log.add(moved.appeal(), all, by);
    }

    private static String decided(Suggestion s, Event.Dispatched d) {
        return switch (s.field()) {
            case "unit" -> d.lead().code();
            case "assisting" ->
                d.parts().stream()
                        .map(Contribution::unit)
                        .map(UnitId::code)
                        .sorted()
                        .collect(Collectors.joining(","));
            default -> d.limitClass();
        };
    }

    private static Decided decided(Suggestion s, String decided) {
        String proposed = s.first().category();
        return new Decided(
                s.field(), proposed, s.first().probability(), s.band(), s.model(), decided, proposed.equals(decided));
    }
}
