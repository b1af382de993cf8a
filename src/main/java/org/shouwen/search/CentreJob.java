package org.shouwen.search;

import java.time.Duration;
import java.util.List;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns centres when there are enough vectors, and anew when there are four times as many, and lays the vectors beside
 * them, a few at a time; meanwhile both sets are asked.
 */
@Component
class CentreJob implements OwnThreadJob {
    /** Fewer are looked at one by one. */
    static final int FEWEST = 10_000;

    private static final int GROWN = 4;

    /** Vectors of the sample for each centre. */
    private static final int EACH = 24;

    private static final int LAID = 1000;

    private final CentreStore store;
    private final IndexMending mending;
    private final TransactionTemplate transaction;

    CentreJob(CentreStore store, IndexMending mending, TransactionTemplate transaction) {
        this.store = store;
        this.mending = mending;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "search-centres";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        try {
            run(FEWEST);
        } catch (DataAccessException e) {
            mending.mend(e);
        }
    }

    void run(int fewest) {
        CentreStore.State state = store.state();
        if (!state.on()) return;
        List<Centres> sets = store.all();
        long vectors = store.vectors();
        if (vectors >= Math.max(fewest, GROWN * state.learned())) {
            int number = Centres.number(vectors);
            List<byte[]> sample = store.sample(EACH * number, vectors);
            if (sample.size() > number) {
                Centres learned =
                        Centres.learned(sets.isEmpty() ? 1 : sets.getLast().set() + 1, sample, number);
                transaction.executeWithoutResult(_ -> store.add(learned, vectors));
                sets = store.all();
            }
        }
        if (!sets.isEmpty()) lay(sets.getLast());
    }

    private void lay(Centres newest) {
        while (Boolean.TRUE.equals(transaction.execute(_ -> store.lay(newest, LAID) > 0))) {
            // there are more
        }
        transaction.executeWithoutResult(_ -> store.dropBefore(newest));
    }
}
