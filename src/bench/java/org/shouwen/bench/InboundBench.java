package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./shouwen bench inbound}: people's messages over the callbacks of short messages and WeChat, half each, while the application is killed
 * (SIGKILL) and started again in the middle. As a gateway does, a client sends a message until it is acknowledged. Each message carries its number in
 * its words, so that appeals are counted by what stands in them: none may be there twice, and whoever is acknowledged is an appeal or still waits.
 * With {@code --release} what the killed process had begun is given back by the bench; a node that starts again does it itself.
 */
final class InboundBench {
    private static final int DRAIN_SECONDS = 120;

    private final PrintStream out;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    private InboundBench(PrintStream out) {
        this.out = out;
    }

    /** @return the process's exit status: 1 when a message is lost or doubled */
    static int run(List<String> words, PrintStream out) throws Exception {
        return new InboundBench(out)
                .run(
                        Bench.number(words, "--clients", 16),
                        Bench.number(words, "--seconds", 15),
                        words.contains("--release"));
    }

    private int run(int clients, int seconds, boolean release) throws Exception {
        Map<String, String> settings = Map.of(
                "SHOUWEN_SMS_INBOUND_TOKEN", WechatEnvelope.SECRET, "SHOUWEN_WECHAT_TOKEN", WechatEnvelope.SECRET, "SHOUWEN_WECHAT_AES_KEY", WechatEnvelope.KEY,
                "SHOUWEN_WECHAT_APP_ID", WechatEnvelope.APP);
        try (City city = City.start(settings, "")) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < clients; i++) threads.add(Thread.ofPlatform().start(() -> client(city.port)));
            double before = rate(seconds);
            long from = System.nanoTime();
            city.kill();
            double down = (System.nanoTime() - from) / 1e9;
            int given = release ? release(city) : 0;
            double after = rate(seconds);
            over.set(true);
            for (Thread thread : threads) thread.join();
            long began = System.nanoTime();
            long waiting = drained(city);
            double drain = (System.nanoTime() - began) / 1e9;
            try (Connection c = city.connect()) {
                return told(c, before, down, after, waiting, given, drain);
            }
        }
    }

    private int told(Connection c, double before, double down, double after, long waiting, int given, double drain)
            throws SQLException {
        // a number that was sent and not acknowledged may be there, and once only
        Set<String> words = acknowledged.stream().map(InboundBench::word).collect(Collectors.toCollection(TreeSet::new));
        long found = 0;
        long doubled = 0;
        try (Statement s = c.createStatement();
                ResultSet rs = s.executeQuery("""
                        select substring(content from 'M[0-9]{9}') as word, count(*) from intake.appeal
                        where content ~ 'M[0-9]{9}' group by word""")) {
            while (rs.next()) {
                if (words.remove(rs.getString(1))) found++;
                if (rs.getLong(2) > 1) doubled++;
            }
        }
        long kept = count(c, "select count(*) from inbound.received");
        long lost = Math.max(0, acknowledged.size() - kept);
        out.printf(
                "{\"acknowledged\":%d,\"kept\":%d,\"found\":%d,\"lost\":%d,\"doubled\":%d,\"waiting\":%d,\"released\":%d,\"refused\":%d,\"perSecondBefore\":%.0f,"
                        + "\"perSecondAfter\":%.0f,\"downSeconds\":%.1f,\"drainSeconds\":%.1f}%n",
                acknowledged.size(), kept, found, waiting == 0 ? words.size() : lost, doubled, waiting, given, refused.get(), before, after, down, drain);
        return words.isEmpty() && doubled == 0 && lost == 0 ? 0 : 1;
    }

    private static long count(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet rs = s.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    private static int release(City city) throws SQLException {
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            return s.executeUpdate("""
                    update jobs.own_thread_tasks set picked = false, picked_by = null, version = version + 1
                    where picked and last_heartbeat < now() - interval '5 seconds'""");
        }
    }

    private double rate(int seconds) {
        long count = acknowledged.size();
        long from = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        return (acknowledged.size() - count) / ((System.nanoTime() - from) / 1e9);
    }

    /** Waits until nothing waits to be read. @return how many still wait */
    private static long drained(City city) throws SQLException {
        long waiting = 0;
        for (int i = 0; i < DRAIN_SECONDS; i++) {
            try (Connection c = city.connect()) {
                waiting = count(c, "select count(*) from inbound.received where state = 'NEW'");
                if (waiting == 0) return 0;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        return waiting;
    }

    /** Sends one message after another, each until it is acknowledged, over a new connection where the old one broke. */
    private void client(int port) {
        Wire wire = null;
        while (!over.get()) {
            long n = next.incrementAndGet();
            boolean taken = false;
            while (!taken && !over.get()) {
                try {
                    if (wire == null) wire = new Wire(port);
                    int status = n % 2 == 0 ? sms(wire, n) : wechat(wire, n);
                    taken = status == 200;
                    if (!taken) {
                        refused.incrementAndGet();
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                    }
                } catch (IOException e) { // killed under it: the same message again
                    close(wire);
                    wire = null;
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
            if (taken) acknowledged.add(n);
        }
        close(wire);
    }

    private static void close(@Nullable Wire wire) {
        try {
            if (wire != null) wire.close();
        } catch (IOException closed) {
            // broken already
        }
    }

    private static String word(long n) {
        return "M%09d".formatted(n);
    }

    private static String text(long n) {
        return "示例小区%d号楼前路灯不亮，晚上看不见路。%s".formatted(n, word(n));
    }

    private static int sms(Wire wire, long n) throws IOException {
        return wire.post("/api/channels/sms/messages", WechatEnvelope.SECRET, """
                        {"id":"%s","from":"139%08d","to":"12345","text":"%s"}""".formatted(word(n), n, text(n)))
                .status();
    }

    private static int wechat(Wire wire, long n) throws IOException {
        String sealed = WechatEnvelope.sealed("""
                <xml><ToUserName>gh_bench</ToUserName><FromUserName>oBench_%d</FromUserName><CreateTime>%d</CreateTime>\
                <MsgType>text</MsgType><Content><![CDATA[%s]]></Content><MsgId>%d</MsgId></xml>""".formatted(
                n, 1_790_000_000L + n, text(n), n));
        String signature = WechatEnvelope.signature("1790000000", word(n), sealed);
        return wire.post(
                        "/api/channels/wechat?msg_signature=" + signature + "&timestamp=1790000000&nonce=" + word(n),
                        "",
                        "<xml><Encrypt>" + sealed + "</Encrypt></xml>")
                .status();
    }
}
