package org.shouwen.suggestion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A linear score for each class. The weights of one feature for all classes lie side by side, so that a row is read once
 * for all of them; the last feature is the constant 1.
 */
final class LinearClassifier {
    private final int classes;
    private final float[] weights;

    LinearClassifier(int features, int classes) {
        this(classes, new float[(features + 1) * classes]);
    }

    private LinearClassifier(int classes, float[] weights) {
        this.classes = classes;
        this.weights = weights;
    }

    float[] scores(SparseRow row) {
        float[] scores = new float[classes];
        System.arraycopy(weights, weights.length - classes, scores, 0, classes);
        int[] features = row.features();
        float[] values = row.values();
        for (int p = 0; p < features.length; p++) {
            int at = features[p] * classes;
            float value = values[p];
            for (int k = 0; k < classes; k++) scores[k] += value * weights[at + k];
        }
        return scores;
    }

    /** Adds {@code steps[k]} times the row to the weights of each class k. */
    void add(SparseRow row, float[] steps) {
        int[] features = row.features();
        float[] values = row.values();
        for (int p = 0; p < features.length; p++) {
            int at = features[p] * classes;
            float value = values[p];
            for (int k = 0; k < classes; k++) weights[at + k] += value * steps[k];
        }
        int constant = weights.length - classes;
        for (int k = 0; k < classes; k++) weights[constant + k] += steps[k];
    }

    float weight(int feature, int ofClass) {
        return weights[feature * classes + ofClass];
    }

    /** Weights are kept with 16 bits: a score changes by less than a thousandth. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(weights.length);
        for (float weight : weights) out.writeShort(Float.floatToFloat16(weight));
    }

    static LinearClassifier read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        float[] weights = new float[in.readInt()];
        for (int i = 0; i < weights.length; i++) weights[i] = Float.float16ToFloat(in.readShort());
        return new LinearClassifier(classes, weights);
    }
}
