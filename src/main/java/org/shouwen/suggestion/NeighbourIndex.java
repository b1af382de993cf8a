package org.shouwen.suggestion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** How the most similar training rows were classified. Holds hashed grams of the rows, never their words. */
final class NeighbourIndex {
    /** More rows do not fit the index; a longer history is cut to the newest. */
    static final int MOST_ROWS = 65_535;

    private static final int NEIGHBOURS = 20;

    /** Keeps the logarithm finite for a class without a neighbour. */
    private static final double FLOOR = 0.02;

    private final int classes;
    private final char[] labels;
    private final int[] starts;
    private final char[] rowNumbers;
    private final short[] values;

    private NeighbourIndex(int classes, char[] labels, int[] starts, char[] rowNumbers, short[] values) {
        this.classes = classes;
        this.labels = labels;
        this.starts = starts;
        this.rowNumbers = rowNumbers;
        this.values = values;
    }

    /** @param used which of the rows are remembered; at most {@link #MOST_ROWS} */
    static NeighbourIndex of(SparseRow[] rows, int[] rowLabels, int[] used, int features, int classes) {
        // A gram of every fifth text says nothing of likeness and costs most of the time.
        int commonest = Math.max(20, used.length / 5);
        int[] frequency = new int[features];
        for (int i : used) for (int f : rows[i].features()) frequency[f]++;
        int[] starts = new int[features + 1];
        for (int f = 0; f < features; f++) starts[f + 1] = starts[f] + (frequency[f] > commonest ? 0 : frequency[f]);
        char[] rowNumbers = new char[starts[features]];
        short[] values = new short[starts[features]];
        char[] labels = new char[used.length];
        int[] next = Arrays.copyOf(starts, features);
        for (int n = 0; n < used.length; n++) {
            SparseRow row = rows[used[n]];
            labels[n] = (char) rowLabels[used[n]];
            for (int p = 0; p < row.features().length; p++) {
                int f = row.features()[p];
                if (frequency[f] > commonest) continue;
                rowNumbers[next[f]] = (char) n;
                values[next[f]++] = Float.floatToFloat16(row.values()[p]);
            }
        }
        return new NeighbourIndex(classes, labels, starts, rowNumbers, values);
    }

    /** Logarithms of the classes' shares among the nearest rows, weighed by squared cosine. */
    float[] scores(SparseRow row) {
        float[] cosines = new float[labels.length];
        for (int p = 0; p < row.features().length; p++) {
            int f = row.features()[p];
            float value = row.values()[p];
            for (int q = starts[f]; q < starts[f + 1]; q++)
                cosines[rowNumbers[q]] += value * Float.float16ToFloat(values[q]);
        }
        double[] votes = new double[classes];
        double all = 0;
        float least = nearest(cosines);
        for (int n = 0; n < cosines.length; n++) {
            if (cosines[n] <= 0 || cosines[n] < least) continue;
            double vote = (double) cosines[n] * cosines[n];
            votes[labels[n]] += vote;
            all += vote;
        }
        float[] scores = new float[classes];
        for (int k = 0; k < classes; k++) scores[k] = (float) Math.log((all > 0 ? votes[k] / all : 0) + FLOOR);
        return scores;
    }

    /** The cosine of the last of the nearest rows. */
    private static float nearest(float[] cosines) {
        if (cosines.length == 0) return 0;
        float[] sorted = cosines.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, sorted.length - NEIGHBOURS)];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(labels.length);
        for (char label : labels) out.writeChar(label);
        out.writeInt(starts.length);
        for (int start : starts) out.writeInt(start);
        for (char row : rowNumbers) out.writeChar(row);
        for (short value : values) out.writeShort(value);
    }

    static NeighbourIndex read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        char[] labels = new char[in.readInt()];
        for (int i = 0; i < labels.length; i++) labels[i] = in.readChar();
        int[] starts = new int[in.readInt()];
        for (int i = 0; i < starts.length; i++) starts[i] = in.readInt();
        char[] rowNumbers = new char[starts[starts.length - 1]];
        for (int i = 0; i < rowNumbers.length; i++) rowNumbers[i] = in.readChar();
        short[] values = new short[rowNumbers.length];
        for (int i = 0; i < values.length; i++) values[i] = in.readShort();
        return new NeighbourIndex(classes, labels, starts, rowNumbers, values);
    }
}
