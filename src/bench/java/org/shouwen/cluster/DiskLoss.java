package org.shouwen.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The primary's disk is full for a while: what it can't write is refused, and what it acknowledged stays. */
final class DiskLoss {
    /** Of each database's disk in a trial that fills one; a file system of its own in memory. */
    static final int MEGABYTES = 2048;

    private final Cluster cluster;
    private final Ledger ledger;
    private final PrintStream progress;

    DiskLoss(Cluster cluster, Ledger ledger, PrintStream progress) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** @return what came of it as JSON: writes while it lasted, the longest time without one, and when one came afterwards */
    String last(int seconds) throws Exception {
        cluster.await("all members before a disk is filled", cluster::whole);
        PatroniMember primary = Objects.requireNonNull(cluster.primary());
        Path ballast = primary.home.resolve("ballast");
        long from = System.nanoTime();
        int before = ledger.acknowledged();
        long filled = fill(ballast);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        int meanwhile = ledger.acknowledged() - before;
        boolean stayed = primary.primary();
        Files.delete(ballast);
        long back = System.nanoTime();
        cluster.await("a write after there is room again", () -> ledger.writtenSince(back));
        double after = (System.nanoTime() - back) / 1e9;
        cluster.await("all members", cluster::whole);
        double gap = ledger.longestGap(from, System.nanoTime());
        progress.printf("a full disk of the primary (%d MB filled) for %d s: %d acknowledged meanwhile, %.1f s without a write, %s%n",
                filled >> 20, seconds, meanwhile, gap, stayed ? "it stayed primary" : "another became primary");
        return String.format(Locale.ROOT,
                "{\"seconds\":%d,\"acknowledged\":%d,\"gap\":%.1f,\"writeAfter\":%.1f,\"stayedPrimary\":%s}",
                seconds, meanwhile, gap, after, stayed);
    }

    /** Writes until nothing more goes in. @return bytes */
    private static long fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 16];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
                written += block.length;
            }
        } catch (IOException full) {
            if (written == 0) throw full;
            return written;
        }
    }
}
