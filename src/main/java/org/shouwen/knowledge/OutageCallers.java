package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.NotFound;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which appeals are about an outage: whoever brought one of them is told when it changes or ends. Holds no person. */
@Service
@Transactional
public class OutageCallers {
    private final JdbcClient jdbc;
    private final OutageStore store;
    private final UnitScope scope;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    OutageCallers(
            JdbcClient jdbc,
            OutageStore store,
            UnitScope scope,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.scope = scope;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Joins the appeal of somebody who is on the telephone and has just been told; nothing is sent now.
     *
     * @return whether the outage stands and the appeal was not joined before
     */
    public boolean joinCaller(UUID outage, String appeal) {
        return standing(outage).filter(o -> insert(o, appeal)).isPresent();
    }

    /**
     * Joins an order, and with it all who brought it, whose orders go under it or who reminded of it; they are told once.
     *
     * @throws NotFound when the outage is over
     */
    public void joinOrder(UUID outage, String order) {
        Outage o = standing(outage).orElseThrow(() -> new NotFound("outage", outage.toString()));
        if (insert(o, order)) publish(o, OutageChanged.What.ANNOUNCED, List.of(order));
    }

    /** Of the outages that stand, those that an appeal is joined to. */
    @Transactional(readOnly = true)
    public List<UUID> of(String appeal) {
        return scope.asPlatform(() -> jdbc.sql("select outage from knowledge.outage_joined where appeal = :appeal")
                .param("appeal", appeal)
                .query(UUID.class)
                .list());
    }

    /** How many appeals are joined to an outage. */
    @Transactional(readOnly = true)
    public int count(UUID outage) {
        return joined(outage).size();
    }

    /** Tells all who are joined; in the transaction that changes the outage. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Outage outage, OutageChanged.What what) {
        List<String> joined = joined(outage.id());
        if (!joined.isEmpty()) publish(outage, what, joined);
    }

    private List<String> joined(UUID outage) {
        return scope.asPlatform(
                () -> jdbc.sql("select appeal from knowledge.outage_joined where outage = :outage order by appeal")
                        .param("outage", outage)
                        .query(String.class)
                        .list());
    }

    private Optional<Outage> standing(UUID outage) {
        return store.find(outage).filter(o -> !o.withdrawn() && o.ends().isAfter(clock.instant()));
    }

    private boolean insert(Outage outage, String appeal) {
        return scope.asPlatform(() -> jdbc.sql("""
                        insert into knowledge.outage_joined (outage, appeal, at) values (:outage, :appeal, :at)
                        on conflict do nothing
                        """)
                        .param("outage", outage.id())
                        .param("appeal", appeal)
                        .param("at", Timestamp.from(now()))
                        .update())
                == 1;
    }

    private void publish(Outage outage, OutageChanged.What what, List<String> appeals) {
        events.publishEvent(new OutageChanged(outage, what, appeals, now()));
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
