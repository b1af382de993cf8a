package org.shouwen.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All lines of the cluster that can be cut, by what they join. */
final class Wires {
    private final Ground ground;
    private final List<Wire> all = new ArrayList<>();

    /** Node to HAProxy's port for the database, one for each node. */
    final List<Wire> database = new ArrayList<>();

    /** Node to store. */
    final List<Wire> store = new ArrayList<>();

    /** HAProxy to node. */
    final List<Wire> web = new ArrayList<>();

    /** Each Patroni to each etcd: a list for each Patroni. */
    final List<List<Wire>> etcd = new ArrayList<>();

    /** The other databases to this one, over which changes stream: one for each. */
    final List<Wire> replication = new ArrayList<>();

    Wires(Ground ground) {
        this.ground = ground;
    }

    Wire wire(List<Wire> among, String name, int target) throws IOException {
        Wire wire = new Wire(ground, name, target);
        among.add(wire);
        all.add(wire);
        return wire;
    }

    /** @return the addresses under which one Patroni finds all of etcd, parted by commas */
    String toEtcd(String patroni, int[] clients) throws IOException {
        List<Wire> own = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < clients.length; i++)
            addresses.add("127.0.0.1:" + wire(own, patroni + "-etcd" + (i + 1), clients[i]).port);
        etcd.add(own);
        return String.join(",", addresses);
    }

    void close() throws IOException {
        for (Wire wire : all) wire.close();
    }
}
