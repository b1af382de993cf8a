package org.shouwen.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.shouwen.embedded.EmbeddedPostgres;

/**
 * What nodes of the release before would write while the database is migrated: appeals with their orders, entries and
 * messages, some hundred a second. Each transaction's time is the wait of whoever sent it.
 */
final class Writers implements AutoCloseable {
    private static final int THREADS = 3;
    private static final long PAUSE_MILLIS = 10;

    private static final String WRITTEN = """
            with n as (select uuidv7() as appeal, uuidv7() as id, uuidv7() as person, now() as at),
            p as (insert into citizens.appellant (id, phone_hash) select person, decode(repeat('01', 32), 'hex') from n),
            a as (insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title, content,
                    wants, enterprise, secret, note, state, origin, fingerprint, version, head)
                select appeal, 'W' || appeal, at, 'phone', person, 'livelihood', '示例小区', '昨天', '室内温度只有15度', '老人在家很冷', '',
                    false, false, '', 'WAITING', 'bench', decode(repeat('00', 32), 'hex'), 1, decode(repeat('00', 32), 'hex') from n),
            o as (insert into workorder.work_order (id, number, appeal, registered_at, state, version, head)
                select id, 'W' || id, appeal, at, 'REGISTERED', 1, decode(repeat('00', 32), 'hex') from n),
            e as (insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select 'work_order', id, 1, at, 'bench', 'Noted', '{}', decode(repeat('00', 32), 'hex') from n)
            insert into messages.outbox (id, appellant, number, moment, args, text, created)
            select uuidv7(), person, 'W' || id, 'taken', '[]', '已受理', at from n
            """;

    private static final String IN_THE_WAY = """
            select regexp_replace(left(b.query, 160), '\\s+', ' ', 'g'), extract(epoch from clock_timestamp() - a.query_start) * 1000
            from pg_stat_activity a, unnest(pg_blocking_pids(a.pid)) p(pid) join pg_stat_activity b on b.pid = p.pid
            where a.application_name = 'writer' and b.application_name <> 'writer'
            """;

    private final AtomicLong written = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final Map<String, Long> inTheWay = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    Writers(EmbeddedPostgres pg) throws SQLException {
        for (int i = 0; i < THREADS; i++) begin(UpgradeBench.connect(pg), "set application_name = 'writer'", this::write);
        begin(UpgradeBench.connect(pg), "set application_name = 'looker'", this::look);
    }

    private interface Step {
        void once(Statement sql) throws SQLException;
    }

    private void begin(Connection connection, String first, Step step) {
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try (connection;
                    Statement sql = connection.createStatement()) {
                sql.execute(first);
                while (!closing) {
                    step.once(sql);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
                }
            } catch (SQLException e) {
                inTheWay.put("ended: " + e.getMessage(), Long.MAX_VALUE);
            }
        }));
    }

    private void write(Statement sql) throws SQLException {
        long from = System.nanoTime();
        sql.execute(WRITTEN);
        longest.accumulateAndGet((System.nanoTime() - from) / 1_000_000, Math::max);
        written.incrementAndGet();
    }

    private void look(Statement sql) throws SQLException {
        try (ResultSet rs = sql.executeQuery(IN_THE_WAY)) {
            while (rs.next()) inTheWay.merge(rs.getString(1), rs.getLong(2), Math::max);
        }
    }

    long written() {
        return written.get();
    }

    long longestMillis() {
        return longest.get();
    }

    /** What writers were seen waiting for, the longest first. */
    void say(PrintStream out) {
        inTheWay.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(12)
                .forEach(e -> out.println("  %6d ms  %s".formatted(e.getValue(), e.getKey())));
    }

    @Override
    public void close() {
        closing = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
