package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Two nodes of the product, three PostgreSQL under Patroni, three etcd, HAProxy and Swift, on loopback. */
final class Cluster implements AutoCloseable {
    private static final String OWNER_PASSWORD = "try-owner";
    private static final int PATIENCE_SECONDS = 180;
    private static final String STREAMING = """
        select coalesce(string_agg(application_name || ' ' || state || ' ' || sync_state, ', ' order by 1), 'none')
        from pg_stat_replication
        """;

    final EtcdMembers etcd;
    final List<PatroniMember> databases = new ArrayList<>();
    final List<ProductNode> nodes = new ArrayList<>();
    final Proxy proxy;
    final Swift store;
    final Wires wires;
    final ServiceManager manager;
    private final PrintStream progress;

    /** @param wishes whose class path the nodes run at first */
    Cluster(Ground ground, Wishes wishes, PrintStream progress) throws Exception {
        this.progress = progress;
        manager = new ServiceManager(progress);
        wires = new Wires(ground);
        etcd = new EtcdMembers(ground);
        for (int i = 1; i <= 3; i++) databases.add(PatroniMember.of(ground, "pg" + i, etcd.clients, wires, wishes));
        store = new Swift(ground);
        int[] ports = {ground.port(), ground.port()};
        for (int i = 0; i < 2; i++) wires.wire(wires.web, "haproxy-node" + (i + 1), ports[i]);
        proxy = new Proxy(ground, databases, wires.web);
        Map<String, String> shared = settings(ground);
        for (int i = 0; i < 2; i++) {
            String name = "node" + (i + 1);
            Map<String, String> own = new HashMap<>(shared);
            own.put("SHOUWEN_DB_URL", url(wires.wire(wires.database, name + "-database", proxy.database).port));
            own.put("SHOUWEN_DB_STANDBY_URL", url(proxy.standby));
            own.put("SHOUWEN_STORE", store.address(wires.wire(wires.store, name + "-store", store.port).port));
            nodes.add(ProductNode.of(ground, name, wishes.from(), ports[i], own));
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port
                + "/shouwen?connectTimeout=3&loginTimeout=5&socketTimeout=70&tcpKeepAlive=true";
    }

    private Map<String, String> settings(Ground ground) throws IOException {
        Path keys = ground.make("keys");
        byte[] key = new byte[32];
        for (String name : List.of("history", "identity", "look-up", "second-factor", "throttle", "events")) {
            new SecureRandom().nextBytes(key);
            ground.write("keys/" + name + ".key", Base64.getEncoder().encodeToString(key) + "\n");
        }
        Path asks = ground.write("key-of", "#!/bin/sh\nexec cat '" + keys + "'/\"$1\".key\n");
        java.nio.file.Files.setPosixFilePermissions(asks, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> all = new HashMap<>();
        all.put("SHOUWEN_KEYS_COMMAND", asks.toString());
        all.put("SHOUWEN_DB_USER", "shouwen");
        all.put("SHOUWEN_DB_PASSWORD", OWNER_PASSWORD);
        all.put("SHOUWEN_STORE_KEY", Swift.KEY);
        all.put(
                "SHOUWEN_STORE_SECRET_FILE",
                ground.write("store-secret", Swift.SECRET).toString());
        all.put("SHOUWEN_PROXY", "127.0.0.1");
        all.put("SHOUWEN_FREE_SUBMISSIONS", "0");
        all.put("SHOUWEN_SUGGESTIONS", "false");
        return all;
    }

    void start() throws Exception {
        for (Member m : etcd.all) m.start();
        for (Member m : store.all) m.start();
        proxy.member.start();
        await("etcd", etcd::decided); // Patroni ends when it asks before
        for (Member m : databases) m.start();
        manager.keep(databases);
        await("a primary and a synchronous standby", () -> primary() != null && standbys() > 0);
        await("the store", store::ready);
        try (Connection c = connect("postgres", "postgres", PatroniMember.SUPERUSER_PASSWORD);
                Statement s = c.createStatement()) {
            s.execute("create role shouwen login createrole password '" + OWNER_PASSWORD + "'");
            s.execute("create database shouwen owner shouwen");
        }
        progress.println("PostgreSQL, etcd, HAProxy, Swift 已就绪 are up");
        for (ProductNode n : nodes) n.start(); // both at once: one migrates, the other waits
        manager.keep(nodes);
        await("both nodes", () -> nodes.stream().allMatch(ProductNode::ready));
    }

    /** Whether each node reads figures from a standby now. */
    boolean figuresFromStandby() {
        return nodes.stream().allMatch(n -> n.metrics().contains("shouwen_standby_unused 0"));
    }

    @Nullable
    PatroniMember primary() {
        return databases.stream().filter(PatroniMember::primary).findFirst().orElse(null);
    }

    long standbys() {
        return synchronous().size();
    }

    List<PatroniMember> synchronous() {
        return databases.stream().filter(PatroniMember::synchronousStandby).toList();
    }

    /** How each standby streams, as the primary sees it; for the words about a fault. */
    String streaming() {
        try (Connection c = connect("postgres", "postgres", PatroniMember.SUPERUSER_PASSWORD);
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery(STREAMING)) {
            return rs.next() ? rs.getString(1) : "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Whether all members do what they should, so that the next may die. */
    boolean whole() {
        return all().stream().allMatch(Member::alive)
                && databasesWhole()
                && nodes.stream().allMatch(ProductNode::ready)
                && store.ready();
    }

    /** A primary, two that stream from it, one of which is synchronous. */
    boolean databasesWhole() {
        return primary() != null
                && databases.stream().filter(PatroniMember::replica).count() == 2
                && standbys() > 0;
    }

    List<Member> all() {
        List<Member> all = new ArrayList<>(etcd.all);
        all.addAll(databases);
        all.addAll(store.all);
        all.add(proxy.member);
        all.addAll(nodes);
        return all;
    }

    Connection connect() throws SQLException {
        return connect("shouwen", "shouwen", OWNER_PASSWORD);
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + proxy.database + "/" + database, user, password);
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("没有等到 waited in vain for " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Override
    public void close() throws IOException {
        manager.close();
        List<Member> all = all();
        try {
            for (int i = all.size() - 1; i >= 0; i--) all.get(i).kill();
            wires.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
