package org.shouwen.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** HAProxy: writes go to whoever Patroni calls primary, requests to the nodes that say they are ready. */
final class Proxy {
    final Member member;
    final int web;
    final int database;

    Proxy(Ground ground, List<PatroniMember> databases, int[] nodes) throws IOException {
        web = ground.port();
        database = ground.port();
        StringBuilder pg = new StringBuilder();
        for (PatroniMember m : databases)
            pg.append("    server %s 127.0.0.1:%d check port %d\n".formatted(m.name, m.port, m.rest));
        String file = """
                global
                    maxconn 1000
                defaults
                    timeout connect 2s
                    timeout client 30m
                    timeout server 30m
                    timeout check 2s
                    retries 3
                    option redispatch
                    default-server inter 500ms fastinter 200ms fall 2 rise 1
                listen database
                    bind 127.0.0.1:%d
                    mode tcp
                    option httpchk OPTIONS /primary
                    http-check expect status 200
                    default-server on-marked-down shutdown-sessions
                %sfrontend web
                    bind 127.0.0.1:%d
                    mode http
                    option forwardfor
                    timeout client 65s
                    use_backend alive if { nbsrv(ready) eq 0 }
                    default_backend ready
                backend ready
                    mode http
                    balance leastconn
                    timeout server 65s
                    retry-on conn-failure
                    option httpchk GET /health/ready
                %sbackend alive
                    mode http
                    timeout server 65s
                    retry-on conn-failure
                    option httpchk GET /health/live
                %s""".formatted(database, pg, web, servers(nodes), servers(nodes));
        member = new Member(
                "haproxy",
                List.of("/usr/sbin/haproxy", "-db", "-f", ground.write("haproxy.cfg", file).toString()),
                Map.of(),
                ground.log("haproxy"));
    }

    private static String servers(int[] nodes) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < nodes.length; i++)
            all.append("    server node%d 127.0.0.1:%d check\n".formatted(i + 1, nodes[i]));
        return all.toString();
    }
}
