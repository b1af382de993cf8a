package org.shouwen.identity;

import org.shouwen.identity.NamePlaces.Place;

/**
 * What the second weighing of a place sees: the eleven characters of the name and around it, marks that are one of a
 * few each (words of {@link NameCues}, pairs, words of the dictionary), and numbers: what the first weighing gave the
 * place, the same characters elsewhere, and what overlaps it.
 */
final class NameWindow {
    /** Four before, family name, two of the given name, four behind. */
    static final int SLOTS = 11;

    static final int SURNAME_SLOT = 4;
    static final int GIVEN_SLOTS_END = 7;
    static final int NUMBERS = 7;

    /** How many values each mark has. */
    private static final int[] SIZES = {20, 20, 81, 50, 25, 25, 256, 32, 6, 8, 64, 100};

    static final int MARKS = SIZES.length;

    /** Rows that all marks together have. */
    static final int MARK_ROWS = rows();

    private static final int[] RANKS = {20, 60, 133, 250};
    private static final double SCALE = 4;

    final int[] characters = new int[SLOTS];
    final int[] marks = new int[MARKS];
    final float[] numbers = new float[NUMBERS];
    private int mark;
    private int row;

    private static int rows() {
        int rows = 0;
        for (int size : SIZES) rows += size;
        return rows;
    }

    /** @param index of the place among all of the text */
    void read(int[] text, NamePlaces places, int index) {
        Place p = places.all().get(index);
        int from = p.from();
        int to = p.to();
        int s = from + p.surname() - 1;
        boolean three = to - s > 2;
        int g1 = text[s + 1];
        int g2 = three ? text[s + 2] : 0;
        int last = text[to - 1];
        for (int i = 0; i < 4; i++) {
            characters[3 - i] = at(text, from - 1 - i);
            characters[7 + i] = at(text, to + i);
        }
        characters[4] = text[s];
        characters[5] = g1;
        characters[6] = g2;
        int l1 = characters[3];
        int r1 = characters[7];
        int l2 = characters[2];
        int r2 = characters[8];
        int before = NameCues.before(text, from);
        int behind = NameCues.behind(text, to);
        mark = 0;
        row = 0;
        mark(before * 2 + (three ? 1 : 0));
        mark(behind * 2 + (three ? 1 : 0));
        mark(NameFeatures.kind(l1) * 9 + NameFeatures.kind(r1));
        int entry = KnownPairs.level(l1, text[from]);
        int exit = KnownPairs.level(last, r1);
        mark((entry * 5 + exit) * 2 + (three ? 1 : 0));
        mark(KnownPairs.level(text[s], g1) * 5 + KnownPairs.level(g1, g2));
        mark(KnownPairs.level(l2, l1) * 5 + KnownPairs.level(r1, r2));
        mark(NameFeatures.words(text, from, to, p.surname()));
        mark((NameCues.likely(g1) * 4 + NameCues.likely(g2)) * 2 + (three ? 1 : 0));
        mark(p.surname() == 2 ? 5 : rank(text[s]));
        mark((to - from - 2) * 2 + p.surname() - 1);
        mark(NameThresholds.marks(text, from, to));
        mark(before * 10 + behind);
        numbers[0] = scaled(p.weight());
        numbers[1] = scaled(places.elsewhere(p));
        numbers[2] = scaled(places.overlapping(index, true));
        numbers[3] = scaled(places.overlapping(index, false));
        numbers[4] = scaled(places.joined(index));
        numbers[5] = Math.min(4, places.times(p)) / 4f;
        numbers[6] = 1;
    }

    private static int at(int[] text, int i) {
        return i >= 0 && i < text.length ? text[i] : '\n';
    }

    private static float scaled(double weight) {
        return (float) (Math.clamp(weight, -12, 12) / SCALE);
    }

    private static int rank(int surname) {
        int at = Surnames.SINGLE.indexOf(surname);
        int rank = 0;
        while (rank < RANKS.length && at >= RANKS[rank]) rank++;
        return rank;
    }

    private void mark(int value) {
        marks[mark] = row + value;
        row += SIZES[mark++];
    }
}
