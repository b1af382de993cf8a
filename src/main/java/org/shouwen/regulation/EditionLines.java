package org.shouwen.regulation;

import java.util.List;

/** Finds the line of a key in an edition's YAML, as a person who looks for it would. Pure. */
final class EditionLines {
    private EditionLines() {}

    /**
     * @param path such as {@code /limits/receipt}
     * @return from 1; the line of the nearest part of the path that is there, 0 when none is
     */
    static int of(String text, String path) {
        List<String> lines = text.lines().toList();
        int found = 0;
        int from = 0;
        int indent = -1;
        for (String part : path.substring(1).split("/")) {
            int at = next(lines, part, from, indent);
            if (at < 0) return found;
            found = at + 1;
            from = at + 1;
            indent = indent(lines.get(at));
        }
        return found;
    }

    /**
     * The line of an entry of a list.
     *
     * @param index from 0
     * @return the list's own line where the entry has none of its own
     */
    static int entry(String text, String path, int index) {
        int list = of(text, path);
        List<String> lines = text.lines().toList();
        int left = index;
        int deep = -1;
        for (int i = list; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.strip().startsWith("-")) continue;
            if (deep < 0) deep = indent(line);
            if (indent(line) == deep && left-- == 0) return i + 1;
        }
        return list;
    }

    private static int next(List<String> lines, String part, int from, int deeperThan) {
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.strip().startsWith("#")) continue;
            if (indent(line) <= deeperThan) return -1;
            if (line.strip().startsWith(part + ":")) return i;
        }
        return -1;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
