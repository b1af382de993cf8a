package org.shouwen.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What was acknowledged, by whom it is found again, and when; and what was refused meanwhile. */
final class Ledger {
    /** Numbers of acknowledged appeals, by the words that were put into each. */
    final Map<String, String> appeals = new ConcurrentHashMap<>();

    /** Acknowledged acts on orders: type of the entry, and the order's number. */
    final ConcurrentLinkedQueue<Act> acts = new ConcurrentLinkedQueue<>();

    /** How the words of each form of the portal begin. */
    static final String FORM = "集群试验 路灯不亮 ";

    /** Words of forms that were acknowledged, with their photo or without. */
    final java.util.Set<String> forms = ConcurrentHashMap.newKeySet();

    /** Digests of attachments whose form was acknowledged. */
    final ConcurrentLinkedQueue<String> papers = new ConcurrentLinkedQueue<>();

    /** Looks of people who had signed in before anything was killed. */
    final AtomicLong sessionLooks = new AtomicLong();

    /** At figures, which a standby answers while there is one. */
    final AtomicLong figureLooks = new AtomicLong();

    final AtomicLong sessionsLost = new AtomicLong();

    private final Map<String, AtomicLong> refused = new ConcurrentHashMap<>();
    private volatile long last = System.nanoTime();
    private final ConcurrentLinkedQueue<Long> writes = new ConcurrentLinkedQueue<>();

    record Act(String type, String number) {}

    /** A write was acknowledged just now. */
    void written() {
        last = System.nanoTime();
        writes.add(last);
    }

    boolean writtenSince(long moment) {
        return last - moment > 0;
    }

    /** @param why a status, or what the connection died of */
    void refused(String why) {
        refused.computeIfAbsent(why, _ -> new AtomicLong()).incrementAndGet();
    }

    Map<String, Long> refusals() {
        Map<String, Long> all = new TreeMap<>();
        refused.forEach((why, n) -> all.put(why, n.get()));
        return all;
    }

    /** How many requests got no answer at all, or one that refuses them. */
    long refused(boolean unanswered) {
        return refused.entrySet().stream()
                .filter(e -> e.getKey().endsWith("Exception") == unanswered)
                .mapToLong(e -> e.getValue().get())
                .sum();
    }

    int acknowledged() {
        return appeals.size() + acts.size() + forms.size() + papers.size();
    }

    /** The longest time without an acknowledged write that began or went on within a span, in seconds. */
    double longestGap(long from, long until) {
        List<Long> at = new ArrayList<>(writes);
        at.sort(null);
        long longest = 0;
        long before = from;
        for (long each : at) {
            if (each >= from) longest = Math.max(longest, Math.min(each, until) - Math.min(before, until));
            if (each > until) break;
            before = each;
        }
        if (before < until) longest = Math.max(longest, until - before);
        return longest / 1e9;
    }
}
