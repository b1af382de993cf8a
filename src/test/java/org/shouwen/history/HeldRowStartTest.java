package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/** A table that was there before it is held is journalled in pieces, also by a start that was killed half-way. */
@ShouwenTest
class HeldRowStartTest {
    private static final int ROWS = 12_000;

    @Autowired
    HeldRows rows;

    @Autowired
    HeldRowStore store;

    @Autowired
    HistoryStore entries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Autowired
    ByHand byHand;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aTableOfBefore() {
        byHand.past("create table public.held_try (id int primary key, said text)");
        byHand.past("grant select on public.held_try to public");
        byHand.past("insert into public.held_try select i, '试件' || i from generate_series(1, %d) i".formatted(ROWS));
        byHand.past("do $$ begin perform history.hold_rows('public.held_try', 'id', '', 't.id'); end $$");
    }

    @AfterEach
    void goes() {
        byHand.past("delete from history.held where tbl = 'public.held_try'");
        byHand.past("drop table public.held_try");
    }

    private void start(PlatformTransactionManager by) {
        new HeldRowStart(rows, store, entries, by, clock).afterSingletonsInstantiated();
    }

    private long journalled(String what) {
        return jdbc.sql(
                        "select " + what
                                + " from history.entry where subject_id in (select subject from history.rows_now('public.held_try'))")
                .query(Long.class)
                .single();
    }

    @Test
    void each_row_stands_in_the_journal_once_after_a_start_that_was_killed() {
        assertThatThrownBy(() -> start(new Failing(transactions))).hasMessage("killed");
        assertThat(journalled("count(*)")).isBetween(1L, ROWS - 1L);
        start(transactions);
        assertThat(journalled("count(*)")).isEqualTo(ROWS);
        assertThat(journalled("max(seq)")).isOne();
        assertThat(journalled("count(distinct xmin::text)"))
                .as("transactions, of which each is held in memory until its end")
                .isGreaterThan(1);
        assertThat(jdbc.sql("select body from history.entry where subject_id = ?")
                        .param(Subject.of(HeldRowStart.KIND, "public.held_try").id())
                        .query(String.class)
                        .single())
                .contains("" + ROWS);
    }

    /** The machine goes while the second piece is written. */
    private static final class Failing implements PlatformTransactionManager {
        private final PlatformTransactionManager to;
        private int begun;

        Failing(PlatformTransactionManager to) {
            this.to = to;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition how) throws TransactionException {
            if (how != null
                    && how.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW
                    && ++begun == 2) throw new IllegalStateException("killed");
            return to.getTransaction(how);
        }

        @Override
        public void commit(TransactionStatus status) throws TransactionException {
            to.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) throws TransactionException {
            to.rollback(status);
        }
    }
}
