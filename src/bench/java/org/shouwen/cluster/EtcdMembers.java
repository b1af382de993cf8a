package org.shouwen.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three members of etcd, so that one may die: Patroni asks them who is primary. */
final class EtcdMembers {
    final List<Member> all = new ArrayList<>();

    /** On which each answers its clients. */
    final int[] clients;

    EtcdMembers(Ground ground) throws IOException {
        clients = new int[] {ground.port(), ground.port(), ground.port()};
        int[] peer = {ground.port(), ground.port(), ground.port()};
        List<String> cluster = new ArrayList<>();
        for (int i = 0; i < 3; i++) cluster.add("etcd" + (i + 1) + "=http://127.0.0.1:" + peer[i]);
        for (int i = 0; i < 3; i++) {
            String name = "etcd" + (i + 1);
            ground.make(name);
            all.add(new Member(
                    name,
                    List.of(
                            "/usr/bin/etcd",
                            "--name=" + name,
                            "--data-dir=" + ground.folder.resolve(name),
                            "--listen-client-urls=http://127.0.0.1:" + clients[i],
                            "--advertise-client-urls=http://127.0.0.1:" + clients[i],
                            "--listen-peer-urls=http://127.0.0.1:" + peer[i],
                            "--initial-advertise-peer-urls=http://127.0.0.1:" + peer[i],
                            "--initial-cluster=" + String.join(",", cluster),
                            "--initial-cluster-state=new",
                            "--heartbeat-interval=100",
                            "--election-timeout=1000",
                            "--log-level=info"),
                    Map.of(),
                    ground.log(name)));
        }
    }

    /** Whether they have agreed on the version that they speak among themselves. */
    boolean decided() {
        return java.util.Arrays.stream(clients)
                .mapToObj(port -> Asking.body("http://127.0.0.1:" + port + "/version"))
                .allMatch(said -> said.contains("etcdcluster") && !said.contains("not_decided"));
    }
}
