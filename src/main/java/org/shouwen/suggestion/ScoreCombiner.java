package org.shouwen.suggestion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Turns the members' scores into one probability for each class: multinomial logistic regression. It is trained on scores
 * for rows that the members did not see, so that its probabilities hold for new messages.
 */
final class ScoreCombiner {
    private final int classes;
    private final int inputs;

    /** For each class: a weight for each input, then the constant. */
    private final float[] weights;

    ScoreCombiner(int classes, int inputs, float[] weights) {
        this.classes = classes;
        this.inputs = inputs;
        this.weights = weights;
    }

    /** @param scores the members' scores one after the other: {@code inputs} numbers */
    double[] probabilities(float[] scores) {
        double[] result = new double[classes];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            int at = k * (inputs + 1);
            double sum = weights[at + inputs];
            for (int j = 0; j < inputs; j++) sum += weights[at + j] * scores[j];
            result[k] = sum;
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int k = 0; k < classes; k++) {
            result[k] = Math.exp(result[k] - most);
            all += result[k];
        }
        for (int k = 0; k < classes; k++) result[k] /= all;
        return result;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(inputs);
        for (float weight : weights) out.writeFloat(weight);
    }

    static ScoreCombiner read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        int inputs = in.readInt();
        float[] weights = new float[classes * (inputs + 1)];
        for (int i = 0; i < weights.length; i++) weights[i] = in.readFloat();
        return new ScoreCombiner(classes, inputs, weights);
    }
}
