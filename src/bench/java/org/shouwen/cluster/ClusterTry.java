package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Starts a cluster, lets people work on it, kills its members, and counts what of all that was acknowledged is there. */
final class ClusterTry {
    private static final int CLIENTS = 4;
    private static final String PASSWORD = "shouwen-demo";

    private final Wishes wishes;
    private final PrintStream progress;
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean over = new AtomicBoolean();

    ClusterTry(Wishes wishes, PrintStream progress) {
        this.wishes = wishes;
        this.progress = progress;
    }

    /** @return the process's exit status: 1 when a bar of {@link Verdict} was missed */
    int run(PrintStream out) throws Exception {
        Ground ground = new Ground();
        Cluster cluster = new Cluster(ground, wishes, progress);
        Thread ends = new Thread(() -> end(cluster));
        Runtime.getRuntime().addShutdownHook(ends);
        boolean up = false;
        int status = 2;
        try {
            long from = System.nanoTime();
            cluster.start();
            up = true;
            progress.printf("集群已启动 the cluster is up after %.0f s: http://127.0.0.1:%d%n",
                    (System.nanoTime() - from) / 1e9, cluster.proxy.web);
            status = tried(cluster, out);
        } catch (IOException | SQLException | IllegalStateException e) {
            if (up) throw e;
            progress.println(e.getMessage());
        } finally {
            over.set(true);
            boolean kept = wishes.keep() || status != 0;
            if (kept) progress.println("各成员的日志 the logs of all members: " + ground.folder);
            end(cluster);
            Runtime.getRuntime().removeShutdownHook(ends);
            ground.freeDisks();
            if (!kept) ground.close();
        }
        return status;
    }

    private int tried(Cluster cluster, PrintStream out) throws Exception {
        String desk = cluster.nodes.getFirst().token("try-desk", "DISPATCHER");
        String unit = cluster.nodes.getFirst().token("try-unit", "UNIT_DESK", "heating");
        List<Thread> people = work(cluster, desk, unit);
        long from = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
        Rolling rolling = new Rolling(cluster, ledger, progress);
        String roll = wishes.roll() ? rolling.roll() : "null";
        Gaps gaps = new Gaps();
        try (Reaper reaper = new Reaper(cluster, ledger, gaps, wishes.seed(), progress)) {
            reaper.strike(wishes.of(), wishes.kills());
            reaper.strike(Faults.CUTS, wishes.cuts());
        }
        String etcd = wishes.majority() > 0 ? new EtcdLoss(cluster, ledger, progress).last(wishes.majority()) : "null";
        String disk = wishes.disk() > 0 ? new DiskLoss(cluster, ledger, progress).last(wishes.disk()) : "null";
        long left = TimeUnit.SECONDS.toNanos(wishes.seconds()) - (System.nanoTime() - from);
        if (left > 0) LockSupport.parkNanos(left);
        double gap = ledger.longestGap(from, System.nanoTime());
        over.set(true);
        for (Thread t : people) t.join();
        double took = (System.nanoTime() - from) / 1e9;
        cluster.await("all members at the end", cluster::whole);
        Count count = new Count();
        count.all(cluster, ledger);
        List<String> findings = findings(cluster);
        findings.forEach(progress::println);
        progress.println("refused meanwhile: " + ledger.refusals());
        out.printf(Locale.ROOT,
                "{\"seconds\":%.0f,\"faults\":%s,\"acknowledged\":%d,\"found\":%d,\"lost\":%d,\"doubled\":%d,"
                        + "\"gaps\":%s,\"longestGap\":%.1f,\"etcdMajorityLost\":%s,\"diskFull\":%s,\"roll\":%s,"
                        + "\"endedByThemselves\":%d,\"sessionLooks\":%d,\"sessionsLost\":%d,\"figureLooks\":%d,\"fromStandby\":%b,\"findings\":%d}%n",
                took, gaps.faultsJson(), ledger.acknowledged(), count.found, count.lost, count.doubled,
                gaps.json(), gap, etcd, disk, roll,
                cluster.manager.revived.get(),
                ledger.sessionLooks.get(), ledger.sessionsLost.get(), ledger.figureLooks.get(), cluster.figuresFromStandby(), findings.size());
        Verdict verdict = new Verdict(
                count.lost, count.doubled, findings.size(), ledger.sessionsLost.get(), gaps.ofPrimaries(), rolling.unanswered());
        verdict.missed().forEach(m -> progress.println("未达标 missed: " + m));
        return verdict.status();
    }

    private List<Thread> work(Cluster cluster, String desk, String unit) throws Exception {
        int web = cluster.proxy.web;
        People signedIn = new People(web, ledger, over);
        signedIn.signIn("dispatcher", PASSWORD);
        People leader = new People(web, ledger, over);
        leader.signIn("mayor", PASSWORD);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++)
            people.add(Thread.ofPlatform().start(new Acts(web, desk, unit, ledger, over)));
        people.add(Thread.ofPlatform().start(() -> signedIn.look("/password", ledger.sessionLooks)));
        people.add(Thread.ofPlatform().start(() -> leader.look("/overview", ledger.figureLooks)));
        people.add(Thread.ofPlatform().start(new People(web, ledger, over)::handIn));
        return people;
    }

    /** What {@code verify} says on each node, told apart where they differ. */
    private List<String> findings(Cluster cluster) throws Exception {
        List<String> said = new ArrayList<>();
        for (ProductNode n : cluster.nodes) said.add(n.command("verify"));
        List<String> findings = new ArrayList<>();
        for (String each : said)
            each.lines().filter(l -> l.contains(": ") || l.contains("sealing")).forEach(findings::add);
        for (String each : said)
            if (!each.contains("全部完好") && findings.isEmpty()) findings.add("verify: " + each);
        return findings.stream().distinct().collect(Collectors.toList());
    }

    private static void end(Cluster cluster) {
        try {
            cluster.close();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }
}
