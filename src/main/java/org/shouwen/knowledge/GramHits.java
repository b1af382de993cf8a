package org.shouwen.knowledge;

import java.util.Arrays;

/**
 * Where the grams of a question stand in a text, and how well the wording of both agrees. Made in one pass; stretches of
 * the text are asked afterwards. Pure.
 */
final class GramHits {
    /** How far apart the characters of a loose pair may stand. */
    private static final int LOOSE = 7;

    private final Question question;
    private final NormalizedText text;

    /** For grams of 1, 2 and 3 characters: the number of the gram that begins at each place, or -1. */
    private final int[][] at;

    GramHits(Question question, NormalizedText text) {
        this.question = question;
        this.text = text;
        at = new int[4][text.length()];
        GramTable table = question.table();
        for (int n = 1; n <= 3; n++) Arrays.fill(at[n], -1);
        for (int p = 0; p < text.length(); p++) {
            for (int n = 1; n <= 3 && p + n <= text.length(); n++) {
                // A gram can only be the question's when all that it begins with is.
                at[n][p] = table.find(text, p, n);
                if (at[n][p] < 0) break;
            }
        }
    }

    int length() {
        return text.length();
    }

    NormalizedText text() {
        return text;
    }

    /** Whether a gram of {@code n} characters of the question begins here. */
    boolean isHit(int n, int p) {
        return at[n][p] >= 0;
    }

    /** How often each gram of the question stands in the text. */
    int[] counts() {
        int[] counts = new int[question.gramCount()];
        for (int n = 1; n <= 3; n++) for (int gram : at[n]) if (gram >= 0) counts[gram]++;
        return counts;
    }

    /** The weight of the different grams of {@code n} characters between two places. */
    double weight(int n, int from, int to) {
        boolean[] seen = new boolean[question.gramCount()];
        double sum = 0;
        for (int p = from; p + n <= to; p++) {
            int gram = at[n][p];
            if (gram < 0 || seen[gram]) continue;
            seen[gram] = true;
            sum += question.weight(gram);
        }
        return sum;
    }

    /**
     * The weight of the question's pairs whose characters stand close to each other, in this order, between two places:
     * "工信" in "工业和信息化部".
     */
    double looseWeight(int from, int to) {
        boolean[] seen = new boolean[question.gramCount()];
        double sum = 0;
        for (int p = from; p < to; p++) {
            if (at[1][p] < 0) continue;
            for (int next = p + 1; next < Math.min(to, p + LOOSE); next++) {
                int pair = at[1][next] < 0 ? -1 : question.pair(at[1][p], at[1][next]);
                if (pair < 0 || seen[pair]) continue;
                seen[pair] = true;
                sum += question.weight(pair);
            }
        }
        return sum;
    }

    record Window(int from, int to, double weight) {}

    /** The stretch of this many characters that holds most weight of different grams of {@code n} characters. */
    Window bestWindow(int n, int width) {
        int[] inside = new int[question.gramCount()];
        double sum = 0;
        double best = 0;
        int bestTo = Math.min(width, text.length());
        for (int p = 0; p < text.length(); p++) {
            int gram = at[n][p];
            if (gram >= 0 && inside[gram]++ == 0) sum += question.weight(gram);
            int out = p - width + n - 1;
            if (out >= 0 && at[n][out] >= 0 && --inside[at[n][out]] == 0) sum -= question.weight(at[n][out]);
            if (sum > best + 1e-9) {
                best = sum;
                bestTo = Math.min(text.length(), p + n);
            }
        }
        return new Window(Math.max(0, bestTo - width), bestTo, best);
    }

    /** For each place of the question, how many characters from there on stand together in the text. */
    int[] longestFrom(int from, int to) {
        String asked = question.text();
        int[] longest = new int[asked.length()];
        int[] after = new int[asked.length() + 1];
        int[] here = new int[asked.length() + 1];
        for (int p = to - 1; p >= from; p--) {
            if (at[1][p] < 0) {
                Arrays.fill(after, 0);
                continue;
            }
            char c = text.at(p);
            for (int i = 0; i < asked.length(); i++) {
                here[i] = asked.charAt(i) == c && question.gramAt(1, i) >= 0 ? after[i + 1] + 1 : 0;
                if (here[i] > longest[i]) longest[i] = here[i];
            }
            int[] swap = after;
            after = here;
            here = swap;
        }
        return longest;
    }
}
