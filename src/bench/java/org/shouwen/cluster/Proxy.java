package org.shouwen.cluster;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** HAProxy: writes go to whoever Patroni calls primary, requests to the nodes that say they are ready. */
final class Proxy {
    private static final List<String> BACKENDS = List.of("ready", "alive");

    final Member member;
    final int web;
    final int database;

    /** Leads to a standby, whichever is one. */
    final int standby;

    private final Path admin;

    /** @param nodes the lines to them */
    Proxy(Ground ground, List<PatroniMember> databases, List<Wire> nodes) throws IOException {
        admin = ground.folder.resolve("haproxy.sock");
        web = ground.port();
        database = ground.port();
        standby = ground.port();
        String pg = members(databases);
        String file = """
                global
                    maxconn 1000
                    stats socket %s mode 600 level admin
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
                %slisten standby
                    bind 127.0.0.1:%d
                    mode tcp
                    option httpchk OPTIONS /replica
                    http-check expect status 200
                    balance first
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
                %s""".formatted(admin, database, pg, standby, pg, web, servers(nodes), servers(nodes));
        member = new Member(
                "haproxy",
                List.of("/usr/sbin/haproxy", "-db", "-f", ground.write("haproxy.cfg", file).toString()),
                Map.of(),
                ground.log("haproxy"));
    }

    private static String members(List<PatroniMember> databases) {
        StringBuilder all = new StringBuilder();
        for (PatroniMember m : databases)
            all.append("    server %s 127.0.0.1:%d check port %d\n".formatted(m.name, m.port, m.rest));
        return all.toString();
    }

    private static String servers(List<Wire> nodes) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++)
            all.append("    server node%d 127.0.0.1:%d check\n".formatted(i + 1, nodes.get(i).port));
        return all.toString();
    }

    /** Sends a node no more requests, and waits until those that it has are answered. */
    void drain(ProductNode node) throws IOException {
        for (String backend : BACKENDS) say("set server " + backend + "/" + node.name + " state drain");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(70);
        while (busy(node) && System.nanoTime() < end) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    void admit(ProductNode node) throws IOException {
        for (String backend : BACKENDS) say("set server " + backend + "/" + node.name + " state ready");
    }

    /** The fifth column of a server's line is how many sessions it has. */
    private boolean busy(ProductNode node) throws IOException {
        return say("show stat").lines()
                .map(l -> l.split(",", 6))
                .anyMatch(c -> c.length > 4 && BACKENDS.contains(c[0]) && c[1].equals(node.name) && !c[4].equals("0"));
    }

    /** Up, as HAProxy sees it. */
    boolean sends(ProductNode node) throws IOException {
        return say("show servers state ready").lines()
                .map(l -> l.split(" ", 8))
                .anyMatch(c -> c.length > 5 && c[3].equals(node.name) && c[5].equals("2"));
    }

    private String say(String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(admin))) {
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
