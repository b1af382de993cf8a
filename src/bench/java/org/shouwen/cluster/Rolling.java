package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Each node in turn gets no more requests, ends, and comes back as this version, while people work on. */
final class Rolling {
    private final Cluster cluster;
    private final Ledger ledger;
    private final PrintStream progress;
    private long unanswered;

    Rolling(Cluster cluster, Ledger ledger, PrintStream progress) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** @return what came of it as JSON: requests that were refused with a word and that nobody answered, the longest time without a write */
    String roll() throws Exception {
        long from = System.nanoTime();
        int before = ledger.acknowledged();
        long refused = ledger.refused(false);
        long unansweredBefore = ledger.refused(true);
        long lost = ledger.sessionsLost.get();
        for (ProductNode node : cluster.nodes) {
            long start = System.nanoTime();
            cluster.proxy.drain(node);
            cluster.manager.hold(List.of(node));
            node.stop();
            node.becomesPresent();
            node.start();
            cluster.manager.release(List.of(node));
            cluster.await(node + " as this version", node::ready);
            cluster.proxy.admit(node);
            cluster.await("HAProxy to send to " + node, () -> sends(node));
            progress.printf("%s: %.1f s until it is back as this version%n", node, (System.nanoTime() - start) / 1e9);
        }
        long until = System.nanoTime();
        unanswered = ledger.refused(true) - unansweredBefore;
        return String.format(
                Locale.ROOT,
                "{\"seconds\":%.0f,\"acknowledged\":%d,\"refused\":%d,\"unanswered\":%d,\"sessionsLost\":%d,\"gap\":%.1f}",
                (until - from) / 1e9, ledger.acknowledged() - before, ledger.refused(false) - refused,
                unanswered,
                ledger.sessionsLost.get() - lost, ledger.longestGap(from, until));
    }

    /** Requests of the roll that nobody answered. */
    long unanswered() {
        return unanswered;
    }

    private boolean sends(ProductNode node) {
        try {
            return cluster.proxy.sends(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
