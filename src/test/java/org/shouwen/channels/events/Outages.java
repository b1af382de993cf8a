package org.shouwen.channels.events;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwen.TestClock;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.springframework.transaction.support.TransactionTemplate;

/** Many events that leave, in one transaction. */
final class Outages {
    private Outages() {}

    static void announce(History history, TransactionTemplate transaction, TestClock clock, int events) {
        transaction.executeWithoutResult(_ -> {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < events; i++)
                entries.add(
                        new Entry(
                                new Subject("outage", UUID.randomUUID()),
                                Chain.START,
                                clock.instant(),
                                Actor.SYSTEM,
                                "Announced",
                                "{\"unit\":\"heating\",\"begins\":\"2026-09-30T01:00:00Z\",\"ends\":\"2026-09-30T10:00:00Z\",\"planned\":false,\"v\":1}"));
            history.appendAll(entries);
        });
    }

    /** What this process, and with it both sides of every connection, has taken of the processors. */
    static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Of the machine, in the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
