package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts again what ended by itself, as systemd does with {@code Restart=always}; what the trial holds down stays down. */
final class ServiceManager implements AutoCloseable {
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final PrintStream progress;
    private final Set<Member> down = ConcurrentHashMap.newKeySet();

    /** How often a member had ended by itself. */
    final AtomicInteger revived = new AtomicInteger();

    ServiceManager(PrintStream progress) {
        this.progress = progress;
    }

    /** From now on, for these that have been started. */
    void keep(List<? extends Member> members) {
        var _ = watch.scheduleWithFixedDelay(() -> members.forEach(this::look), 2, 2, TimeUnit.SECONDS);
    }

    private void look(Member m) {
        if (m.alive() || down.contains(m)) return;
        progress.println(m + " ended by itself and is started again");
        revived.incrementAndGet();
        try {
            m.start();
        } catch (IOException e) {
            progress.println(m + ": " + e);
        }
    }

    void hold(List<? extends Member> members) {
        down.addAll(members);
    }

    void release(List<? extends Member> members) {
        members.forEach(down::remove);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
