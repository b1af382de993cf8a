package org.shouwen.cluster;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills members and cuts lines at random, and lets them come back after some seconds, as a service manager and whoever mends
 * a line would. The next fault does not wait for the last one to be mended where the cluster should bear both.
 */
final class Reaper implements AutoCloseable {
    /** A primary that is started again before its lease has run out keeps it, and recovers for longer than a failover takes. */
    private static final int LEASE_MILLIS = 6000;

    private static final long BEHIND = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1500);

    private final Cluster cluster;
    private final Ledger ledger;
    private final Random random;
    private final Faults faults;
    private final Gaps gaps;
    private final PrintStream progress;
    private final ScheduledExecutorService mender = Executors.newScheduledThreadPool(2);

    Reaper(Cluster cluster, Ledger ledger, Gaps gaps, int seed, PrintStream progress) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.random = new Random(seed);
        this.faults = new Faults(cluster, random);
        this.gaps = gaps;
        this.progress = progress;
    }

    /** Faults at random, each kind as often as the others; the first of a round that the cluster should bear comes first. */
    void strike(List<String> kinds, int times) throws Exception {
        List<String> round = new ArrayList<>();
        for (int n = 1; n <= times; n++) {
            if (round.isEmpty()) {
                round.addAll(kinds);
                Collections.shuffle(round, random);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500)));
            cluster.await("a moment for one of " + round, () -> round.stream().anyMatch(faults::possible));
            String kind = round.stream().filter(faults::possible).findFirst().orElse(round.getFirst());
            round.remove(kind);
            one(n, faults.of(kind));
        }
        cluster.await("all members", cluster::whole);
    }

    private void one(int n, Fault fault) throws Exception {
        String standbys = fault.takesPrimary() ? " (" + cluster.streaming() + ")" : "";
        Instant at = InstantSource.system().instant();
        long from = System.nanoTime();
        cluster.manager.hold(fault.killed());
        List<PatroniMember> behind =
                fault.kind().equals(Faults.UNEVEN) ? cluster.synchronous().subList(0, 1) : List.of();
        for (PatroniMember m : behind) m.receives(false);
        if (!behind.isEmpty()) LockSupport.parkNanos(BEHIND);
        for (Member m : fault.killed()) m.kill();
        for (PatroniMember m : behind) m.receives(true);
        for (Wire w : fault.cut()) w.be(fault.how());
        int away = 500 + random.nextInt(1500);
        if (fault.takesPrimary()) away += LEASE_MILLIS;
        if (!fault.cut().isEmpty()) away = 2000 + random.nextInt(6000);
        var mended = mender.schedule(() -> mend(fault), away, TimeUnit.MILLISECONDS);
        if (!fault.cut().isEmpty()) mended.get();
        long until = settled(fault, from + LOOK);
        double gap = ledger.longestGap(from, until);
        gaps.add(fault.kind(), gap);
        progress.printf(
                "%s %d %s%s: %.1f s without a write, next after %.1f s, %d acknowledged%n",
                at.truncatedTo(ChronoUnit.MILLIS),
                n,
                fault,
                standbys,
                gap,
                (System.nanoTime() - from) / 1e9,
                ledger.acknowledged());
    }

    /** A fault is over for people when writes go on; one that takes the primary, when another is there. */
    private long settled(Fault fault, long look) {
        if (fault.takesPrimary())
            cluster.await("a new primary", () -> {
                PatroniMember p = cluster.primary();
                return p != null && !fault.killed().contains(p);
            });
        else LockSupport.parkNanos(look - System.nanoTime());
        long since = System.nanoTime();
        cluster.await("a write after " + fault, () -> ledger.writtenSince(since));
        return System.nanoTime();
    }

    private Void mend(Fault fault) throws Exception {
        for (Wire w : fault.cut()) w.be(Wire.State.WHOLE);
        for (Member m : fault.killed()) m.start();
        cluster.manager.release(fault.killed());
        return null;
    }

    @Override
    public void close() {
        mender.shutdownNow();
    }
}
