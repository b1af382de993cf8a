package org.shouwen.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.shouwen.identity.PersonalDataDetector.Found;
import org.shouwen.identity.PersonalDataDetector.Kind;

/** What was found so far; what was found first stays, and what overlaps it is not taken. */
final class Findings {
    private final List<Found> all = new ArrayList<>();
    private final BitSet taken = new BitSet();

    void add(Kind kind, int start, int end) {
        if (!free(start, end)) return;
        all.add(new Found(kind, start, end));
        taken.set(start, end);
    }

    /** Takes a name; one found before that is a part of it becomes the longer one. */
    void addName(int start, int end) {
        if (!free(start, end)) {
            List<Found> parts =
                    all.stream().filter(f -> start < f.end() && f.start() < end).toList();
            for (Found f : parts) if (f.kind() != Kind.NAME || f.start() < start || f.end() > end) return;
            all.removeAll(parts);
            taken.clear(start, end);
        }
        add(Kind.NAME, start, end);
    }

    /** Takes an address; addresses that overlap are one. */
    void addAddress(int start, int end) {
        if (free(start, end)) {
            add(Kind.ADDRESS, start, end);
            return;
        }
        int from = start;
        int to = end;
        List<Found> parts = new ArrayList<>();
        for (Found f : all) {
            if (end <= f.start() || f.end() <= start) continue;
            if (f.kind() != Kind.ADDRESS) return;
            parts.add(f);
            from = Math.min(from, f.start());
            to = Math.max(to, f.end());
        }
        all.removeAll(parts);
        all.add(new Found(Kind.ADDRESS, from, to));
        taken.set(from, to);
    }

    private boolean free(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    List<Found> of(Kind kind) {
        return all.stream().filter(f -> f.kind() == kind).toList();
    }

    List<Found> inOrder() {
        all.sort(Comparator.comparingInt(Found::start));
        return all;
    }
}
