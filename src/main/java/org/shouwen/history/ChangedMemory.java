package org.shouwen.history;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts changes of rows that are held in memory: what was read at another count is read anew. A change counts at once, for
 * whoever goes on in its transaction, and again when that has ended: somebody may have read meanwhile what stood before, and
 * what was taken back must not stay.
 */
public final class ChangedMemory {
    private final AtomicLong changes = new AtomicLong();

    /** To be asked before rows are read, and kept with what was read. */
    public long count() {
        return changes.get();
    }

    /** The rows are changed by the transaction that runs. */
    public void changed() {
        changes.incrementAndGet();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                changes.incrementAndGet();
            }
        });
    }
}
