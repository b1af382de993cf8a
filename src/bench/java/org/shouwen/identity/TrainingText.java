package org.shouwen.identity;

import java.util.ArrayList;
import java.util.List;

/** A text to learn from, with the places of names in it, and places of which nothing is to be learned. */
final class TrainingText {
    /** @param from first code point; {@code to} the one after the last */
    record Span(int from, int to) {
        boolean overlaps(Span other) {
            return from < other.to && other.from < to;
        }
    }

    final int[] text;
    final List<Span> names = new ArrayList<>();
    final List<Span> unsure = new ArrayList<>();

    TrainingText(int[] text) {
        this.text = text;
    }

    String words(Span s) {
        return new String(text, s.from(), s.to() - s.from());
    }

    /** A text that is put together piece by piece. */
    static final class Builder {
        private final StringBuilder words = new StringBuilder();
        private final List<Span> names = new ArrayList<>();
        private final List<Span> unsure = new ArrayList<>();
        private int length;

        Builder add(String piece) {
            words.append(piece);
            length += piece.codePointCount(0, piece.length());
            return this;
        }

        Builder add(int codePoint) {
            words.appendCodePoint(codePoint);
            length++;
            return this;
        }

        Builder name(String name) {
            int from = length;
            add(name);
            names.add(new Span(from, length));
            return this;
        }

        /** Nothing is to be learned from the next so many characters. */
        Builder unsure(int characters) {
            unsure.add(new Span(length, length + characters));
            return this;
        }

        TrainingText build() {
            TrainingText built = new TrainingText(words.codePoints().toArray());
            built.names.addAll(names);
            built.unsure.addAll(unsure);
            return built;
        }
    }
}
