package org.shouwen.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A PostgreSQL 15 under Patroni: synchronous, so that a failover loses nothing that was acknowledged. */
final class PatroniMember extends Member {
    static final String SUPERUSER_PASSWORD = "try-super";

    final int port;
    final int rest;
    final Path home;
    private final Path data;

    private PatroniMember(String name, List<String> command, Path log, int port, int rest, Path home) {
        super(name, command, Map.of("LC_ALL", "C.UTF-8"), log);
        this.port = port;
        this.rest = rest;
        this.home = home;
        this.data = home.resolve("data");
    }

    /**
     * Its connections to etcd and those that others open to its database go over lines that can be cut; the addresses of etcd
     * are proxies therefore, behind which Patroni looks for no others.
     */
    static PatroniMember of(Ground ground, String name, int[] etcd, Wires wires, Wishes wishes)
            throws IOException, InterruptedException {
        int port = ground.port();
        int streaming = wires.wire(wires.replication, "to-" + name, port).port;
        int rest = ground.port();
        Path home = ground.make(name);
        if (wishes.disk() > 0) ground.disk(home, DiskLoss.MEGABYTES);
        Ground.giveToDatabaseUser(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        Path data = home.resolve("data");
        String settings =
                """
                scope: shouwen
                namespace: /shouwen/
                name: %1$s
                restapi: {listen: "127.0.0.1:%3$d", connect_address: "127.0.0.1:%3$d"}
                etcd3: {hosts: "%4$s", use_proxies: true}
                bootstrap:
                  dcs:
                    ttl: 5
                    loop_wait: 1
                    retry_timeout: 2
                    primary_start_timeout: 0
                    failsafe_mode: true
                    synchronous_mode: true
                    synchronous_mode_strict: true
                    synchronous_node_count: %9$d
                    postgresql:
                      use_pg_rewind: true
                      parameters:
                        max_connections: 100
                        wal_log_hints: "on"
                        wal_keep_size: 512MB
                        wal_retrieve_retry_interval: 200ms
                        max_standby_streaming_delay: 2s
                        wal_sender_timeout: 5s
                        wal_receiver_timeout: 5s
                        max_wal_size: 1GB
                        shared_buffers: 128MB
                  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums]
                  pg_hba: ["host all all 127.0.0.1/32 scram-sha-256", "host replication all 127.0.0.1/32 scram-sha-256"]
                postgresql:
                  listen: 127.0.0.1:%2$d
                  connect_address: 127.0.0.1:%8$d
                  data_dir: %5$s
                  bin_dir: /usr/lib/postgresql/15/bin
                  pgpass: %6$s/pgpass
                  authentication:
                    superuser: {username: postgres, password: %7$s}
                    replication: {username: replicator, password: %7$s}
                    rewind: {username: rewinder, password: %7$s}
                  parameters: {unix_socket_directories: "%6$s"}
                """.formatted(name, port, rest, wires.toEtcd(name, etcd), data, home, SUPERUSER_PASSWORD, streaming, wishes.standbys());
        Path file = ground.write(name + ".yml", settings);
        return new PatroniMember(
                name,
                Ground.asDatabaseUser(List.of("/usr/bin/patroni", file.toString())),
                ground.log(name),
                port,
                rest,
                home);
    }

    /** Patroni's PostgreSQL is no child of it: both die, as with the machine. */
    @Override
    synchronized void kill() throws InterruptedException {
        long postmaster = postmaster();
        super.kill();
        if (postmaster > 0)
            ProcessHandle.of(postmaster).ifPresent(p -> {
                List<ProcessHandle> backends = p.descendants().toList();
                p.destroyForcibly();
                backends.forEach(ProcessHandle::destroyForcibly);
            });
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException | RuntimeException notRunning) {
            return -1;
        }
    }

    /** Lets the process that receives changes stand still, or go on: what the primary sends meanwhile is not here. */
    void receives(boolean on) throws IOException, InterruptedException {
        for (ProcessHandle p : ProcessHandle.of(postmaster()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList())
            if (Files.readString(Path.of("/proc/" + p.pid() + "/cmdline")).contains("walreceiver"))
                Ground.run(data, List.of("kill", on ? "-CONT" : "-STOP", Long.toString(p.pid())));
    }

    boolean primary() {
        return Asking.status("http://127.0.0.1:" + rest + "/primary") == 200;
    }

    /** A standby that streams and on whose word the primary waits. */
    boolean synchronousStandby() {
        return Asking.status("http://127.0.0.1:" + rest + "/synchronous") == 200;
    }

    boolean replica() {
        return Asking.status("http://127.0.0.1:" + rest + "/replica") == 200;
    }
}
