package org.shouwen.bench;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./shouwen bench inbound}: people's messages over all channels by turns — short messages over HTTP and SMPP, WeChat, the telephone's events,
 * 110's handovers, Open311, a mailbox — while the application is killed (SIGKILL) and started again in the middle. As a gateway does, a client sends a
 * message until it is acknowledged; a mail is acknowledged when it is marked as seen. Each carries its number in its words, so that appeals (and calls)
 * are counted by what stands in them: none may be there twice, and whoever is acknowledged is there or still waits. {@code --channels sms,wechat}
 * chooses some. With {@code --release} what the killed process had begun is given back by the bench; a node that starts again does it itself.
 */
final class InboundBench {
    private static final int DRAIN_SECONDS = 120;
    private static final String ALL = "sms,smpp,wechat,telephone,exchange,open311,mail";

    private final PrintStream out;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<String, Set<Long>> acknowledged = new LinkedHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private InboundBench(List<String> channels, PrintStream out) {
        this.out = out;
        channels.forEach(c -> acknowledged.put(c, ConcurrentHashMap.newKeySet()));
    }

    /** @return the process's exit status: 1 when a message is lost or doubled */
    static int run(List<String> words, PrintStream out) throws Exception {
        int named = words.indexOf("--channels");
        String channels = named < 0 ? ALL : words.get(named + 1);
        return new InboundBench(List.of(channels.split(",")), out)
                .run(
                        Bench.number(words, "--clients", 16),
                        Bench.number(words, "--seconds", 15),
                        words.contains("--release"));
    }

    private int run(int clients, int seconds, boolean release) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "SHOUWEN_SMS_INBOUND_TOKEN", WechatEnvelope.SECRET, "SHOUWEN_WECHAT_TOKEN", WechatEnvelope.SECRET, "SHOUWEN_WECHAT_AES_KEY", WechatEnvelope.KEY,
                "SHOUWEN_WECHAT_APP_ID", WechatEnvelope.APP, "SHOUWEN_SMS_NUMBER", "10690012345"));
        int smpp = Application.freePort();
        int imap = Application.freePort();
        if (acknowledged.containsKey("smpp"))
            settings.putAll(Map.of("SHOUWEN_SMPP_HOST", "127.0.0.1", "SHOUWEN_SMPP_PORT", Integer.toString(smpp)));
        if (acknowledged.containsKey("mail"))
            settings.putAll(Map.of(
                    "SHOUWEN_MAILBOX_HOST", "127.0.0.1", "SHOUWEN_MAILBOX_PORT", Integer.toString(imap), "SHOUWEN_MAILBOX_SECURITY", "none",
                    "SHOUWEN_MAILBOX_USER", "hotline", "SHOUWEN_MAILBOX_PASSWORD", "secret"));
        try (InboundCentre centre = new InboundCentre(smpp);
                InboundMailbox mailbox = new InboundMailbox(imap);
                City city = City.start(settings, "")) {
            Map<String, InboundDoors.Door> doors = InboundDoors.of(city);
            doors.put("smpp", centre);
            doors.keySet().retainAll(acknowledged.keySet());
            List<Thread> threads = new ArrayList<>();
            if (!doors.isEmpty())
                for (int i = 0; i < clients; i++) threads.add(Thread.ofPlatform().start(() -> client(city.port, doors)));
            if (acknowledged.containsKey("mail")) threads.add(Thread.ofPlatform().start(() -> mails(mailbox)));
            double before = rate(seconds);
            long from = System.nanoTime();
            city.kill();
            double down = (System.nanoTime() - from) / 1e9;
            int given = release ? release(city) : 0;
            double after = rate(seconds);
            over.set(true);
            for (Thread thread : threads) thread.join();
            long began = System.nanoTime();
            long waiting = drained(city, mailbox);
            double drain = (System.nanoTime() - began) / 1e9;
            try (Connection c = city.connect()) {
                return told(InboundFound.in(c, acknowledged), before, down, after, waiting, given, drain);
            }
        }
    }

    private int told(InboundFound found, double before, double down, double after, long waiting, int given, double drain) {
        long lost = waiting == 0 ? found.missing() : found.notKept();
        out.printf(
                "{\"channels\":%s,\"acknowledged\":%d,\"found\":%d,\"lost\":%d,\"doubled\":%d,\"rejected\":%d,\"waiting\":%d,\"released\":%d,\"refused\":%d,"
                        + "\"perSecondBefore\":%.0f,\"perSecondAfter\":%.0f,\"downSeconds\":%.1f,\"drainSeconds\":%.1f}%n",
                found.json(), all(), found.found(), lost, found.doubled(), found.rejected(), waiting, given, refused.get(), before, after, down, drain);
        return lost == 0 && found.doubled() == 0 ? 0 : 1;
    }

    private long all() {
        return acknowledged.values().stream().mapToLong(Set::size).sum();
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
        long count = all();
        long from = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        return (all() - count) / ((System.nanoTime() - from) / 1e9);
    }

    /** Waits until nothing that was kept waits to be read; what lies unseen in the mailbox was not acknowledged. @return how many still wait */
    private long drained(City city, InboundMailbox mailbox) throws SQLException, FolderException, MessagingException {
        long waiting = 0;
        for (int i = 0; i < DRAIN_SECONDS; i++) {
            Set<Long> mails = acknowledged.get("mail");
            if (mails != null) mailbox.seen(mails);
            try (Connection c = city.connect();
                    Statement s = c.createStatement();
                    ResultSet rs = s.executeQuery("select count(*) from inbound.received where state = 'NEW'")) {
                rs.next();
                waiting = rs.getLong(1);
                if (waiting == 0) return 0;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        return waiting;
    }

    private void mails(InboundMailbox mailbox) {
        Set<Long> seen = acknowledged.getOrDefault("mail", Set.of());
        try {
            while (!over.get()) {
                while (!over.get() && mailbox.room()) mailbox.deliver(next.incrementAndGet());
                mailbox.seen(seen);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        } catch (MessagingException | FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one message after another, each until it is acknowledged, over a new connection where the old one broke. */
    private void client(int port, Map<String, InboundDoors.Door> doors) {
        List<Map.Entry<String, InboundDoors.Door>> ways = List.copyOf(doors.entrySet());
        Wire wire = null;
        while (!over.get()) {
            long n = next.incrementAndGet();
            Map.Entry<String, InboundDoors.Door> way = ways.get((int) (n % ways.size()));
            boolean taken = false;
            while (!taken && !over.get()) {
                try {
                    if (wire == null) wire = new Wire(port);
                    taken = way.getValue().send(wire, n);
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
            if (taken) acknowledged.getOrDefault(way.getKey(), Set.of()).add(n);
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
}
