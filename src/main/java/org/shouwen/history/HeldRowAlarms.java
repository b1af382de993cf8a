package org.shouwen.history;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.InstantSource;
import org.shouwen.keys.Keys;
import org.shouwen.rowsecurity.UnitScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Raises an alarm about a row that was changed past the product, in a transaction of its own: the act's is undone. */
@Component
class HeldRowAlarms {
    static final String KIND = "row_alarm";

    /**
     * @param seq of the row's last entry: of one and the same state the alarm is raised once
     * @param name the number or name people know the row by; empty in alarms of earlier versions
     */
    record Body(
            String table,
            String key,
            long seq,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String name) {}

    static final StoredFormat<Body> FORMAT = StoredFormat.of(Body.class);
    private static final Logger LOG = LoggerFactory.getLogger(HeldRowAlarms.class);

    private final HeldRowStore store;
    private final UnitScope scope;
    private final HistoryStore entries;
    private final UnsealedEntryLog log;
    private final Keys keys;
    private final InstantSource clock;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    HeldRowAlarms(
            HeldRowStore store,
            UnitScope scope,
            HistoryStore entries,
            UnsealedEntryLog log,
            Keys keys,
            InstantSource clock,
            ObjectProvider<PlatformTransactionManager> transactions) {
        this.store = store;
        this.scope = scope;
        this.entries = entries;
        this.log = log;
        this.keys = keys;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Raised as the platform: whoever acts for a unit may not write it.
     *
     * @return the number or name people know the row by
     */
    String raise(String table, String key, long seq) {
        return scope.asPlatform(() -> {
            String name = store.tables().contains(table) ? store.name(table, key) : key;
            raise(table, key, name, seq);
            return name;
        });
    }

    private void raise(String table, String key, String name, long seq) {
        LOG.error("有人绕过系统改动了数据，操作已拒绝。A row was changed past the product, the act is refused: {} {}", table, name);
        Subject subject = Subject.of(KIND, table + ':' + key);
        String body = FORMAT.write(new Body(table, key, seq, name));
        TransactionTemplate own = new TransactionTemplate(transactions.getObject());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(_ -> {
            if (entries.of(subject).stream().anyMatch(e -> FORMAT.read(e.body()).seq() == seq)) return;
            new History(entries, log, keys).append(subject, clock.instant(), Actor.SYSTEM, "ChangedOutside", body);
        });
    }
}
