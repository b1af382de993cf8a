package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a normalized text that may be offered as passage.
 *
 * @param from first character, of the normalized text
 * @param firstEnd after the last character of its first sentence
 * @param to after the last character
 * @param sentences of how many sentences, or pieces of a long one, it consists
 */
record Span(int from, int firstEnd, int to, int sentences) {
    /** The longest passage, in characters of the original. */
    static final int LONGEST = 200;

    private static final String ENDS = "。!?;";
    private static final String PAUSES = ",:、)";

    /** Where sentences begin, and pieces of sentences that are longer than a passage; then the end of the text. */
    static List<Integer> sentences(NormalizedText text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        int pause = 0;
        for (int i = 0; i < text.length(); i++) {
            int last = starts.getLast();
            if (text.originOf(i + 1) - text.originOf(last) > LONGEST && i > last) {
                starts.add(pause > last ? pause : i);
                last = starts.getLast();
            }
            char c = text.at(i);
            boolean gap = i > 0 && text.originOf(i) - text.originOf(i - 1) > 1 && text.isSpaceBefore(i);
            if (gap && i > last) starts.add(i);
            if (ENDS.indexOf(c) >= 0 && i + 1 < text.length()) starts.add(i + 1);
            if (PAUSES.indexOf(c) >= 0) pause = i + 1;
        }
        starts.add(text.length());
        return starts;
    }

    /** All runs of whole sentences, from sentence {@code first} on, that are short enough. */
    static List<Span> from(NormalizedText text, List<Integer> sentences, int first, int most) {
        List<Span> spans = new ArrayList<>();
        for (int next = first + 1; next < sentences.size() && next <= first + most; next++) {
            if (text.originOf(sentences.get(next)) - text.originOf(sentences.get(first)) > LONGEST) break;
            spans.add(new Span(sentences.get(first), sentences.get(first + 1), sentences.get(next), next - first));
        }
        return spans;
    }
}
