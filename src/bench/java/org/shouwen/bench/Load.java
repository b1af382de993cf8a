package org.shouwen.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Closed-loop clients for a set time: each does the next thing when the last is done. */
final class Load {
    /** One client's next thing. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    interface Clients {
        Client open(int number) throws Exception;
    }

    record Figures(double perSecond, double p50Ms, double p95Ms, double p99Ms) {}

    private Load() {}

    /** What else the machine does: how many processes ran or waited to run in the last minute. */
    static String ofMachine() {
        return String.format(
                java.util.Locale.ROOT,
                "%.1f",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Until the compiler has done its work: rounds of five seconds until five in a row were no faster than the best before. */
    static void warm(int clients, Clients opener) throws Exception {
        double best = 0;
        int idle = 0;
        for (int round = 0; round < 24 && idle < 5; round++) {
            double rate = run(clients, 5, opener).perSecond();
            idle = rate > best * 1.03 ? 0 : idle + 1;
            best = Math.max(best, rate);
        }
    }

    /** The median round of several. */
    static Figures median(int rounds, int clients, int seconds, Clients opener) throws Exception {
        List<Figures> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) all.add(run(clients, seconds, opener));
        all.sort(java.util.Comparator.comparingDouble(Figures::perSecond));
        return all.get(rounds / 2);
    }

    static Figures run(int clients, int seconds, Clients opener) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong done = new AtomicLong();
        ConcurrentLinkedQueue<Throwable> failed = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<long[]> times = new ConcurrentLinkedQueue<>();
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < clients; c++) {
            int number = c;
            threads.add(Thread.ofPlatform().start(() -> {
                long[] mine = new long[200_000];
                int n = 0;
                try (Client client = opener.open(number)) {
                    ready.countDown();
                    go.await();
                    while (!stop.get() && n < mine.length) {
                        long from = System.nanoTime();
                        client.once();
                        mine[n++] = System.nanoTime() - from;
                        done.incrementAndGet();
                    }
                } catch (Exception e) {
                    failed.add(e);
                    ready.countDown();
                }
                times.add(Arrays.copyOf(mine, n));
            }));
        }
        ready.await();
        long from = System.nanoTime();
        go.countDown();
        Thread.sleep(seconds * 1000L);
        stop.set(true);
        double elapsed = (System.nanoTime() - from) / 1e9;
        long counted = done.get();
        for (Thread t : threads) t.join();
        if (!failed.isEmpty()) throw new IllegalStateException("a client failed", failed.peek());
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(counted / elapsed, at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    static double at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
