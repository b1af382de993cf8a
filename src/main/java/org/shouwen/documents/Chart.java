package org.shouwen.documents;

import java.util.List;

/**
 * Numbers to be drawn.
 *
 * @param labels of the points or bars, in order
 * @param series one or two, each with a number for every label
 */
public record Chart(Form form, List<String> labels, List<Series> series) {
    /** How it is drawn. */
    public enum Form {
        /** From left to right, for days. */
        LINE,
        /** From top to bottom, for names. */
        BARS
    }

    /** @param name as the legend says it */
    public record Series(String name, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series s : series)
            if (s.values().size() != labels.size()) throw new IllegalArgumentException("labels and values differ");
    }

    double most() {
        return series.stream()
                .flatMap(s -> s.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
