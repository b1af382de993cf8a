package org.shouwen.documents;

import java.util.List;

/**
 * What stands above the signature must share a page with it, and word processors then move all of its paragraph. A short
 * one may move; of a long one the last sentences become a paragraph of their own and only they move.
 */
final class LastParagraph {
    private static final int LINE = 28;
    private static final int SHORT = LINE * 10;
    private static final List<String> ENDS = List.of("。！？", "；", "，：");

    private LastParagraph() {}

    /** Whether it goes to the next page as a whole; one without a place to part it is broken between pages instead. */
    static boolean moves(String paragraph) {
        return LineBreaks.width(paragraph) < SHORT;
    }

    /** One paragraph or two; together they are the text, unchanged. The second fills a line at least and ten at most. */
    static List<String> of(String text) {
        if (moves(text)) return List.of(text);
        for (String ends : ENDS)
            for (int at = text.length() - 1; at > 0; at--) {
                double after = LineBreaks.width(text.substring(at));
                if (after >= SHORT) break;
                if (after >= LINE && ends.indexOf(text.charAt(at - 1)) >= 0 && "”’）》".indexOf(text.charAt(at)) < 0)
                    return List.of(text.substring(0, at), text.substring(at));
            }
        return List.of(text);
    }
}
