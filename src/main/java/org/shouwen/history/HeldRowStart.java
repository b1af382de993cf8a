package org.shouwen.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to hold a table: what stands in it when the product first holds it is journalled once, some thousands in a
 * transaction, so that a city of millions needs no more memory than a village; a start that is killed goes on with the
 * rest. From then on a row that the journal knows nothing of is a row that somebody put there past the product.
 */
@Component
class HeldRowStart implements SmartInitializingSingleton {
    static final String KIND = "held_table";

    /** @param rows how many stood there */
    record Body(String table, long rows) {}

    static final StoredFormat<Body> FORMAT = StoredFormat.of(Body.class);
    private static final Logger LOG = LoggerFactory.getLogger(HeldRowStart.class);
    private static final int AT_ONCE = 5000;

    private final HeldRows rows;
    private final HeldRowStore store;
    private final HistoryStore entries;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final java.time.InstantSource clock;

    HeldRowStart(
            HeldRows rows,
            HeldRowStore store,
            HistoryStore entries,
            PlatformTransactionManager transactions,
            java.time.InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.entries = entries;
        this.reading = new TransactionTemplate(transactions);
        this.writing = new TransactionTemplate(transactions);
        this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (String table : store.tables()) {
            Subject subject = Subject.of(KIND, table);
            if (store.begun(subject.id())) continue;
            reading.executeWithoutResult(_ -> begin(table, subject));
        }
    }

    private void begin(String table, Subject subject) {
        store.takesLong();
        entries.lockForHolding();
        if (store.begun(subject.id())) return; // another node was first
        long held = 0;
        List<HeldRowStore.Now> some = new ArrayList<>(AT_ONCE);
        try (Stream<HeldRowStore.Now> all = store.now(table)) {
            for (HeldRowStore.Now row : (Iterable<HeldRowStore.Now>) all::iterator) {
                some.add(row);
                held++;
                if (some.size() == AT_ONCE) hold(table, some);
            }
        }
        hold(table, some);
        rows.history()
                .append(subject, clock.instant(), Actor.SYSTEM, "HoldingBegun", FORMAT.write(new Body(table, held)));
        if (held > 0) LOG.info("holding {} rows of {} against the journal from now on", held, table);
    }

    private void hold(String table, List<HeldRowStore.Now> some) {
        writing.executeWithoutResult(_ -> {
            Set<UUID> ids = new HashSet<>();
            for (HeldRowStore.Now row : some) ids.add(row.subject());
            Map<UUID, HeldRowStore.Last> known = store.last(ids);
            rows.history()
                    .appendAll(some.stream()
                            .filter(r -> !known.containsKey(r.subject()))
                            .map(r -> rows.entry(table, r.key(), r.subject(), Chain.START, r.digest(), Actor.SYSTEM))
                            .toList());
        });
        some.clear();
    }
}
