package org.shouwen.cluster;

import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Which faults there are, and when each may come: never while what it takes away is the last of its kind. */
final class Faults {
    static final List<String> KILLS = List.of("primary", "node", "standby", "etcd", "haproxy", "store");
    /**
     * A primary whose synchronous standby received nothing for a moment before, while the other one did: only with
     * {@code --of}.
     */
    static final String UNEVEN = "uneven";

    static final List<String> CUTS =
            List.of("node-database", "node-store", "haproxy-node", "patroni-etcd", "replication");

    private final Cluster cluster;
    private final Random random;

    Faults(Cluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
    }

    /** Whether the cluster should outlive it now. */
    boolean possible(String kind) {
        return switch (kind) {
            case "primary", UNEVEN, "standby", "patroni-etcd", "replication" -> cluster.databasesWhole() && etcd();
            case "etcd" -> etcd() && cluster.primary() != null;
            case "haproxy" -> cluster.proxy.member.alive();
            case "store" -> cluster.store.ready();
            default -> cluster.nodes.stream().allMatch(ProductNode::ready);
        };
    }

    private boolean etcd() {
        return cluster.etcd.all.stream().allMatch(Member::alive);
    }

    Fault of(String kind) {
        Wires wires = cluster.wires;
        return switch (kind) {
            case "primary", UNEVEN -> Fault.kill(kind, List.of(primary()));
            case "standby" ->
                Fault.kill(
                        kind,
                        List.of(any(cluster.databases.stream()
                                .filter(m -> !m.primary())
                                .toList())));
            case "node" -> Fault.kill(kind, List.of(any(cluster.nodes)));
            case "etcd" -> Fault.kill(kind, List.of(any(cluster.etcd.all)));
            case "haproxy" -> Fault.kill(kind, List.of(cluster.proxy.member));
            case "store" -> Fault.kill(kind, cluster.store.all);
            case "node-database" -> Fault.cut(kind, List.of(any(wires.database)), how());
            case "node-store" -> Fault.cut(kind, List.of(any(wires.store)), how());
            case "haproxy-node" -> Fault.cut(kind, List.of(any(wires.web)), how());
            case "patroni-etcd" -> Fault.cut(kind, wires.etcd.get(cluster.databases.indexOf(primary())), how());
            case "replication" ->
                Fault.cut(kind, List.of(wires.replication.get(cluster.databases.indexOf(primary()))), how());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private PatroniMember primary() {
        return Objects.requireNonNull(cluster.primary());
    }

    private Wire.State how() {
        return random.nextBoolean() ? Wire.State.RESET : Wire.State.SILENT;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
