package org.shouwen.rowsecurity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where questions that read much and bear a moment's delay are asked: of a standby of the database ({@code
 * SHOUWEN_DB_STANDBY_URL}) as long as it is at most ten seconds behind the primary, else of the primary. Without that
 * setting, and within a transaction that may write, all is asked of the primary. Not for what somebody has just written.
 */
public final class StandbyReads implements Gauges, AutoCloseable {
    static final Duration MOST_BEHIND = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN_LATER = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(StandbyReads.class);

    /** How the standby is, as it was last looked at. */
    enum State {
        USED,
        BEHIND,
        AWAY,
        /** Another city's, or no copy of this database at all. */
        FOREIGN
    }

    private final JdbcClient primary;
    private final @Nullable Standby standby;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile State state = State.AWAY;
    private volatile long nextLook = System.nanoTime();

    StandbyReads(JdbcClient primary, @Nullable Standby standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /**
     * Asks a question of the standby or the primary; of the primary anew where the standby could not answer to the end.
     *
     * @param question only reads, and all that it needs; may be asked twice
     */
    public <T> T ask(Function<JdbcClient, T> question) {
        Standby other = standby;
        if (other == null || writing() || !usable(other)) return question.apply(primary);
        try {
            return other.ask(question);
        } catch (DataAccessResourceFailureException e) {
            turned(State.AWAY);
            LOG.debug("the standby did not answer", e);
        } catch (ConcurrencyFailureException e) {
            LOG.debug("the standby had to apply what the question was reading", e);
        }
        return question.apply(primary);
    }

    /** What is decided and kept goes by what the primary has. */
    private static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** Whoever comes while another looks goes by what was seen last. */
    private boolean usable(Standby other) {
        if (System.nanoTime() - nextLook >= 0 && looking.tryLock()) {
            try {
                look(other);
            } finally {
                looking.unlock();
            }
        }
        return state == State.USED;
    }

    private void look(Standby other) {
        try {
            turned(other.look(primary));
        } catch (DataAccessException e) {
            turned(State.AWAY);
            LOG.debug("the standby could not be looked at", e);
        }
    }

    private void turned(State next) {
        if (next != state && next == State.FOREIGN)
            LOG.warn(
                    "SHOUWEN_DB_STANDBY_URL 不是本系统数据库的备库，未使用。SHOUWEN_DB_STANDBY_URL leads to no standby of this city's database and is not used.");
        state = next;
        nextLook = System.nanoTime() + (next == State.USED ? LOOK_AGAIN : LOOK_AGAIN_LATER).toNanos();
    }

    /** Looks at once, whenever it was looked last. */
    State look() {
        if (standby != null) look(standby);
        return state;
    }

    @Override
    public List<Gauge> at(Instant now) {
        if (standby == null) return List.of();
        usable(standby);
        return List.of(new Gauge(
                "shouwen_standby_unused",
                "Whether the standby for figures was away or too far behind when last looked at",
                state == State.USED ? 0 : 1));
    }

    @Override
    public void close() {
        if (standby != null) standby.close();
    }
}
