package org.shouwen.documents;

import java.util.List;

/** What the body of a document consists of, from top to bottom. */
public sealed interface Block {
    /** @param level 1: 一、 in Hei; 2: （一） in Kai (GB/T 9704-2012, 7.3.3) */
    record Heading(int level, String text) implements Block {}

    /** Each line of it becomes a paragraph that begins two characters in. */
    record Paragraph(String text) implements Block {}

    /** @param caption stands above; the first column is as wide as two others */
    record Grid(String caption, List<String> heads, List<List<String>> rows) implements Block {
        public Grid {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A chart as a picture as wide as the type area.
     *
     * @param caption stands below
     * @param description what it shows, in words, for whoever can not see it
     */
    record Picture(String caption, String description, Chart chart) implements Block {}
}
