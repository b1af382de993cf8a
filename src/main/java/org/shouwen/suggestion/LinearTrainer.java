package org.shouwen.suggestion;

import java.util.Random;

/**
 * Trains one support vector machine a class against all others (L2 regularisation, squared hinge loss) by dual
 * coordinate descent (Hsieh et al. 2008, the method of LIBLINEAR), for all classes in one pass over the rows.
 */
final class LinearTrainer {
    private static final int MOST_PASSES = 20;
    private static final double TOLERANCE = 0.05;

    private final double cost;

    /** @param cost weight of the training rows against a small model: C */
    LinearTrainer(double cost) {
        this.cost = cost;
    }

    /**
     * @param rows all rows
     * @param labels number of each row's class
     * @param used which of the rows are trained on
     */
    LinearClassifier train(SparseRow[] rows, int[] labels, int[] used, int features, int classes) {
        LinearClassifier model = new LinearClassifier(features, classes);
        float[] alpha = new float[rows.length * classes];
        double diagonal = 0.5 / cost;
        // The same rows give the same model, so that a version can be made again.
        Random random = new Random(1);
        int[] order = used.clone();
        float[] steps = new float[classes];
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            shuffle(order, random);
            double violation = 0;
            for (int i : order) {
                float[] scores = model.scores(rows[i]);
                boolean moved = false;
                for (int k = 0; k < classes; k++) {
                    double sign = labels[i] == k ? 1 : -1;
                    double now = alpha[i * classes + k];
                    double gradient = sign * scores[k] - 1 + now * diagonal;
                    // 2 is the row's squared length (1) with that of the constant (1).
                    double next = Math.max(0, now - gradient / (2 + diagonal));
                    violation = Math.max(violation, Math.abs(now == 0 ? Math.min(gradient, 0) : gradient));
                    steps[k] = (float) ((next - now) * sign);
                    alpha[i * classes + k] = (float) next;
                    moved |= steps[k] != 0;
                }
                if (moved) model.add(rows[i], steps);
            }
            if (violation < TOLERANCE) break;
        }
        return model;
    }

    static void shuffle(int[] numbers, Random random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = held;
        }
    }
}
