package org.shouwen.suggestion;

import java.util.Random;

/** Fits a {@link ScoreCombiner} by Adam; the same rows give the same weights. */
final class CombinerTrainer {
    private static final int PASSES = 40;
    private static final int BATCH = 128;
    private static final double SMALLNESS = 0.0008;

    /**
     * Share of decided classes taken to be wrong or arguable. Without it members that were trained on all rows, and so
     * speak louder than those of the folds, make the combiner too sure. It moves how many rows are sure and hardly
     * changes their order: 0.8 % to 1.5 % are 76 % to 74 % sure at 0.981 to 0.9825 (decision 83).
     */
    private static final double DOUBT = 0.01;

    /** With more classes than this each class reads its own scores only: there are too few rows for all pairs. */
    private static final int MOST_PAIRED = 12;

    private final int classes;
    private final int inputs;
    private final float[] weights;
    private final double[] mean;
    private final double[] square;

    private CombinerTrainer(int classes, int inputs) {
        this.classes = classes;
        this.inputs = inputs;
        weights = new float[classes * (inputs + 1)];
        mean = new double[weights.length];
        square = new double[weights.length];
    }

    /**
     * @param scores of each row, the members' one after the other
     * @param labels number of each row's class
     */
    static ScoreCombiner train(float[][] scores, int[] labels, int classes) {
        int inputs = scores[0].length;
        double[] spread = spreads(scores, classes);
        float[][] scaled = new float[scores.length][inputs];
        for (int i = 0; i < scores.length; i++)
            for (int j = 0; j < inputs; j++) scaled[i][j] = (float) (scores[i][j] / spread[j / classes]);
        CombinerTrainer trainer = new CombinerTrainer(classes, inputs);
        trainer.fit(scaled, labels);
        for (int k = 0; k < classes; k++)
            for (int j = 0; j < inputs; j++) trainer.weights[k * (inputs + 1) + j] /= (float) spread[j / classes];
        return new ScoreCombiner(classes, inputs, trainer.weights);
    }

    /** Root mean square of each member's scores: members speak with voices of one loudness. */
    private static double[] spreads(float[][] scores, int classes) {
        double[] spread = new double[scores[0].length / classes];
        for (float[] row : scores) for (int j = 0; j < row.length; j++) spread[j / classes] += (double) row[j] * row[j];
        for (int m = 0; m < spread.length; m++)
            spread[m] = Math.max(1e-6, Math.sqrt(spread[m] / scores.length / classes));
        return spread;
    }

    private void fit(float[][] scores, int[] labels) {
        int members = inputs / classes;
        for (int k = 0; k < classes; k++)
            for (int m = 0; m < members; m++) weights[k * (inputs + 1) + m * classes + k] = 3f / members;
        ScoreCombiner model = new ScoreCombiner(classes, inputs, weights);
        int[] order = new int[scores.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Random random = new Random(1);
        int step = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            LinearTrainer.shuffle(order, random);
            double rate = 0.02 * Math.pow(0.93, pass);
            for (int begin = 0; begin < order.length; begin += BATCH) {
                int end = Math.min(begin + BATCH, order.length);
                move(gradient(model, scores, labels, order, begin, end), rate, ++step);
            }
        }
    }

    private double[] gradient(ScoreCombiner model, float[][] scores, int[] labels, int[] order, int begin, int end) {
        double[] gradient = new double[weights.length];
        for (int q = begin; q < end; q++) {
            float[] row = scores[order[q]];
            double[] probabilities = model.probabilities(row);
            for (int k = 0; k < classes; k++) {
                double wanted = labels[order[q]] == k ? 1 - DOUBT : DOUBT / (classes - 1);
                double error = (probabilities[k] - wanted) / (end - begin);
                int at = k * (inputs + 1);
                for (int j = 0; j < inputs; j++) if (reads(k, j)) gradient[at + j] += error * row[j];
                gradient[at + inputs] += error;
            }
        }
        for (int k = 0; k < classes; k++)
            for (int j = 0; j < inputs; j++)
                gradient[k * (inputs + 1) + j] += SMALLNESS * weights[k * (inputs + 1) + j];
        return gradient;
    }

    private boolean reads(int ofClass, int input) {
        return classes <= MOST_PAIRED || input % classes == ofClass;
    }

    private void move(double[] gradient, double rate, int step) {
        for (int i = 0; i < weights.length; i++) {
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
            double first = mean[i] / (1 - Math.pow(0.9, step));
            double second = square[i] / (1 - Math.pow(0.999, step));
            weights[i] -= (float) (rate * first / (Math.sqrt(second) + 1e-8));
        }
    }
}
