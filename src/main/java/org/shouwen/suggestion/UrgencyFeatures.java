package org.shouwen.suggestion;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.WordFinder.Hit;

/**
 * What the model sees of a part of a text: its characters by ones, twos and threes and by
 * pairs with one between, the concepts in it, pairs of concepts near
 * each other, and the rules that hold or were taken back. A vector of length 1, kept as places that are not zero.
 */
final class UrgencyFeatures {
    /** Number of places; features share one by chance when they are many. */
    static final int PLACES = 1 << 18;

    private static final int NEAR = 14;
    private static final int PAIRS_EACH = 12;

    /** Weight of a rule that holds, and of there being one, beside characters and concepts. */
    private static final float RULE = 1.4f;

    private int[] places = new int[256];
    private float[] values = new float[256];
    private int size;

    /** Features of a part of a text, sorted by place, each place once. */
    record Vector(int[] places, float[] values) {}

    /**
     * @param matches rules that hold in the part, those taken back among them
     * @param standing those of them that are not taken back
     */
    static Vector of(ReadText text, int start, int end, List<Match> matches, List<Match> standing) {
        UrgencyFeatures f = new UrgencyFeatures();
        f.characters(text.mended(), start, end);
        f.concepts(text, start, end);
        Set<Match> stand = Collections.newSetFromMap(new IdentityHashMap<>());
        stand.addAll(standing);
        for (Match m : matches) f.add(hash(m.rule().kind().hashCode(), stand.contains(m) ? 101 : 103), RULE);
        f.add(standing.isEmpty() ? 6 : 5, RULE);
        return f.vector();
    }

    private void characters(String text, int start, int end) {
        int[] last = new int[3];
        int seen = 0;
        boolean digit = false;
        for (int i = start - 1; i <= end; i++) {
            int c = i < start ? '^' : i == end ? '$' : text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            if (isDigit && digit) continue;
            digit = isDigit;
            if (isDigit) c = '0';
            // the character before and the one after, whatever stands between: 掉了/掉下, 没有盖/没了盖
            if (seen > 1) add(hash(last[1] * 65_599 + c, 35), 0.7f);
            last[0] = last[1];
            last[1] = last[2];
            last[2] = c;
            seen++;
            add(hash(c, 31), 0.6f);
            if (seen > 1) add(hash(last[1] * 65_599 + c, 32), 1f);
            if (seen > 2) add(hash((last[0] * 65_599 + last[1]) * 65_599 + c, 33), 1f);
        }
    }

    private void concepts(ReadText text, int start, int end) {
        List<Hit> hits = text.hits();
        for (int i = text.firstHit(start); i < hits.size(); i++) {
            Hit a = hits.get(i);
            if (a.start() >= end) break;
            add(hash(a.concept(), 77), 1f);
            int pairs = 0;
            for (int j = i + 1; j < hits.size() && pairs < PAIRS_EACH * 4; j++) {
                Hit b = hits.get(j);
                if (b.start() >= a.end() + NEAR || b.start() >= end) break;
                if (b.start() < a.end()) continue;
                pairs++;
                int low = Math.min(a.concept(), b.concept());
                int high = Math.max(a.concept(), b.concept());
                add(hash(low * 4_099 + high, 78), 0.8f);
            }
        }
    }

    private static int hash(int value, int salt) {
        int x = value * 0x9E3779B1 + salt * 0x85EBCA6B;
        x ^= x >>> 15;
        x *= 0x2C1B3C6D;
        x ^= x >>> 13;
        return x & (PLACES - 1);
    }

    private void add(int place, float value) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        places[size] = place;
        values[size++] = value;
    }

    private Vector vector() {
        long[] sorted = new long[size];
        for (int i = 0; i < size; i++) sorted[i] = ((long) places[i] << 32) | Float.floatToIntBits(values[i]);
        Arrays.sort(sorted);
        int[] place = new int[size];
        float[] value = new float[size];
        int n = 0;
        double square = 0;
        for (int i = 0; i < size; i++) {
            int p = (int) (sorted[i] >>> 32);
            if (n > 0 && place[n - 1] == p) continue;
            place[n] = p;
            value[n] = Float.intBitsToFloat((int) sorted[i]);
            square += value[n] * value[n];
            n++;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < n; i++) value[i] /= length;
        return new Vector(Arrays.copyOf(place, n), Arrays.copyOf(value, n));
    }
}
