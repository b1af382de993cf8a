package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into parts for the model: a sentence or two, sentences, clauses, and pieces of what runs on. Pure. */
final class UrgencyParts {
    /** Most characters of a part; a text that is not longer is one part. */
    static final int PART = 90;

    /** A sentence of fewer characters says nothing by itself. */
    private static final int SHORTEST = 4;

    /** A clause of more characters runs on. */
    private static final int RUN_ON = 18;

    private static final int PIECE = 12;

    private UrgencyParts() {}

    /** A part of a text from {@code start} to before {@code end}. */
    record Part(int start, int end) {}

    /** The whole text when it is short; else its sentences, long ones cut at clauses, short ones put together. */
    static List<Part> parts(ReadText text) {
        int n = text.length();
        List<Part> parts = new ArrayList<>();
        if (n <= PART) {
            if (n > 0) parts.add(new Part(0, n));
            return parts;
        }
        int start = 0;
        int cut = -1;
        for (int i = 1; i <= n; i++) {
            boolean sentenceEnds = i == n || !text.sameSentence(i, i - 1);
            boolean clauseEnds = sentenceEnds || !text.sameClause(i, i - 1);
            if (i - start > PART && cut > start) {
                parts.add(new Part(start, cut));
                start = cut;
            }
            while (i - start > PART) {
                parts.add(new Part(start, start + PART));
                start += PART - 20;
            }
            if (clauseEnds) cut = i;
            if (sentenceEnds && i - start >= 24) {
                parts.add(new Part(start, i));
                start = i;
            }
        }
        if (start < n) parts.add(new Part(Math.max(0, Math.min(start, n - 24)), n));
        return parts;
    }

    /** Each sentence by itself, where there are several: what surrounds it says other things (chatter, then "fire!"). */
    static List<Part> sentences(ReadText text) {
        List<Part> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++)
            if (i == text.length() || !text.sameSentence(i, i - 1)) {
                if (i - start >= SHORTEST) sentences.add(new Part(start, i));
                start = i;
            }
        return sentences.size() > 1 ? sentences : List.of();
    }

    /**
     * Each clause, and each with the one after it, where there are several: many people put commas only, and an alarm and
     * a complaint in one breath ("三个人困在电梯里，物业也没人管，"). A clause by itself has lost what stands before it,
     * so that it asks for more.
     *
     * @param least only of sentences of so many characters
     */
    static List<Part> clauses(ReadText text, int least) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        for (int i = 1; i <= text.length(); i++) if (i == text.length() || !text.sameClause(i, i - 1)) cuts.add(i);
        List<Part> clauses = new ArrayList<>();
        for (int c = 1; c < cuts.size() && cuts.size() > 2; c++) {
            if (text.sentenceLength(cuts.get(c - 1)) < least) continue;
            if (cuts.get(c) - cuts.get(c - 1) >= SHORTEST) clauses.add(new Part(cuts.get(c - 1), cuts.get(c)));
            boolean two = c + 1 < cuts.size() && text.sameSentence(cuts.get(c) - 1, cuts.get(c));
            if (two && cuts.get(c + 1) - cuts.get(c - 1) <= PART)
                clauses.add(new Part(cuts.get(c - 1), cuts.get(c + 1)));
        }
        return clauses;
    }

    /**
     * Pieces of clauses that run on without a mark, as they are typed while somebody speaks: "电梯卡住了人出不来物业只知道收钱".
     * Each is as long as a clause usually is, or as two, and begins half a piece or one after the one before.
     *
     * @param least only of sentences of so many characters
     */
    static List<Part> pieces(ReadText text, int least) {
        int step = least == 0 ? PIECE / 2 : PIECE; // half as many in a long text
        List<Part> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++)
            if (i == text.length() || !text.sameClause(i, i - 1)) {
                if (i - start > RUN_ON && text.sentenceLength(start) >= least)
                    for (int at = start; at + PIECE / 2 < i; at += step) {
                        pieces.add(new Part(at, Math.min(i, at + PIECE)));
                        if (at + PIECE < i) pieces.add(new Part(at, Math.min(i, at + 2 * PIECE)));
                    }
                start = i;
            }
        return pieces;
    }
}
