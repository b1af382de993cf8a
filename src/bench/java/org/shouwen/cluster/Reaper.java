package org.shouwen.cluster;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills a member at random, starts it again after a second or two as a service manager would, and waits until all is whole. */
final class Reaper {
    /** A primary that is started again before its lease has run out keeps it, and recovers for longer than a failover takes. */
    private static final long LEASE = TimeUnit.SECONDS.toNanos(6);

    private final Cluster cluster;
    private final Ledger ledger;
    private final Random random;
    private final PrintStream progress;

    /** The longest times without a write, in seconds, by what was killed. */
    final Map<String, List<Double>> gaps = new TreeMap<>();

    Reaper(Cluster cluster, Ledger ledger, int seed, PrintStream progress) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /** Members in turn at random, each kind at least once where there are enough kills. */
    void kill(int kills) throws Exception {
        List<String> order = new ArrayList<>();
        while (order.size() < kills) {
            List<String> round = new ArrayList<>(List.of("primary", "node", "standby", "etcd", "haproxy", "store"));
            java.util.Collections.shuffle(round, random);
            order.addAll(round);
        }
        for (String kind : order.subList(0, kills)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500)));
            one(kind);
        }
    }

    private void one(String kind) throws Exception {
        List<Member> victims = victims(kind);
        long from = System.nanoTime();
        for (Member m : victims) m.kill();
        if (kind.equals("primary")) LockSupport.parkNanos(LEASE);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500 + random.nextInt(1500)));
        for (Member m : victims) m.start();
        cluster.await("all members after " + victims, cluster::whole);
        long whole = System.nanoTime();
        cluster.await("a write after " + victims, () -> ledger.writtenSince(whole)); // a gap goes on until then
        double gap = ledger.longestGap(from, System.nanoTime());
        gaps.computeIfAbsent(kind, _ -> new ArrayList<>()).add(gap);
        progress.printf("kill -9 %s: %.1f s without a write, whole after %.1f s, %d acknowledged%n",
                victims, gap, (System.nanoTime() - from) / 1e9, ledger.acknowledged());
    }

    private List<Member> victims(String kind) {
        return switch (kind) {
            case "primary" -> List.of(Objects.requireNonNull(cluster.primary()));
            case "standby" -> List.of(any(cluster.databases.stream().filter(m -> !m.primary()).toList()));
            case "node" -> List.of(any(cluster.nodes));
            case "etcd" -> List.of(any(cluster.etcd.all));
            case "haproxy" -> List.of(cluster.proxy.member);
            default -> List.copyOf(cluster.store.all);
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The longest of each kind. */
    Map<String, Double> longest() {
        Map<String, Double> all = new LinkedHashMap<>();
        gaps.forEach((kind, each) ->
                all.put(kind, each.stream().mapToDouble(Double::doubleValue).max().orElse(0)));
        return all;
    }
}
