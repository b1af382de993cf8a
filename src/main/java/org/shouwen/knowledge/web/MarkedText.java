package org.shouwen.knowledge.web;

import org.shouwen.regulation.Pure;

/**
 * An article's text in three parts, so that its page opens at a passage.
 *
 * @param passage where it stands first; empty where no passage was asked for, or the text does not have it (any more)
 */
@Pure
record MarkedText(String before, String passage, String after) {
    static MarkedText of(String text, String passage) {
        int at = passage.isEmpty() ? -1 : text.indexOf(passage);
        return at < 0
                ? new MarkedText("", "", text)
                : new MarkedText(text.substring(0, at), passage, text.substring(at + passage.length()));
    }
}
