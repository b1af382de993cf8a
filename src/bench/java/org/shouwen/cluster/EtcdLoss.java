package org.shouwen.cluster;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two of three etcd are away for long: nobody may become primary, and whoever is primary stays it only as long as it is safe. */
final class EtcdLoss {
    private final Cluster cluster;
    private final Ledger ledger;
    private final PrintStream progress;

    EtcdLoss(Cluster cluster, Ledger ledger, PrintStream progress) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** @return what came of it as JSON: writes while it lasted, the longest time without one, and when one came afterwards */
    String last(int seconds) throws Exception {
        List<Member> two = cluster.etcd.all.subList(0, 2);
        long from = System.nanoTime();
        int before = ledger.acknowledged();
        cluster.manager.hold(two);
        for (Member m : two) m.kill();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        int meanwhile = ledger.acknowledged() - before;
        for (Member m : two) m.start();
        cluster.manager.release(two);
        long back = System.nanoTime();
        cluster.await("a write after etcd's majority is back", () -> ledger.writtenSince(back));
        double after = (System.nanoTime() - back) / 1e9;
        cluster.await("all members", cluster::whole);
        double gap = ledger.longestGap(from, System.nanoTime());
        progress.printf("etcd without a majority for %d s: %d acknowledged meanwhile, %.1f s without a write%n",
                seconds, meanwhile, gap);
        return String.format(Locale.ROOT, "{\"seconds\":%d,\"acknowledged\":%d,\"gap\":%.1f,\"writeAfter\":%.1f}",
                seconds, meanwhile, gap, after);
    }
}
