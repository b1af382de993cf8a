package org.shouwen.knowledge;

import java.util.List;

/**
 * Trains a linear score so that, among the candidates of one question, the right ones come first: the probability of a
 * candidate is the exponential of its score, as share of all candidates'. Deterministic: it begins with weights of zero
 * and takes all questions in each round. Pure.
 */
final class LinearRanker {
    private static final int ROUNDS = 400;

    private LinearRanker() {}

    /** The candidates of one question: their features, and which of them are right. */
    record Group(List<double[]> candidates, boolean[] right) {}

    /** @return a weight for each feature, to be multiplied with the feature as it stands */
    static double[] train(List<Group> groups, int features, double penalty) {
        List<Group> useful = groups.stream().filter(LinearRanker::isUseful).toList();
        double[] scale = scale(useful, features);
        double[] weights = new double[features];
        if (useful.isEmpty()) return weights;
        double[] mean = new double[features];
        double[] square = new double[features];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] gradient = new double[features];
            for (Group group : useful) addGradient(group, weights, scale, gradient);
            double rate = 0.1 / Math.sqrt(1 + round / 40.0);
            for (int f = 0; f < features; f++) {
                double g = gradient[f] / useful.size() - penalty * weights[f];
                mean[f] = 0.9 * mean[f] + 0.1 * g;
                square[f] = 0.99 * square[f] + 0.01 * g * g;
                weights[f] += rate
                        * mean[f]
                        / (1 - Math.pow(0.9, round))
                        / (Math.sqrt(square[f] / (1 - Math.pow(0.99, round))) + 1e-8);
            }
        }
        for (int f = 0; f < features; f++) weights[f] *= scale[f];
        return weights;
    }

    private static boolean isUseful(Group group) {
        boolean some = false;
        boolean other = false;
        for (boolean right : group.right()) {
            some |= right;
            other |= !right;
        }
        return some && other;
    }

    private static void addGradient(Group group, double[] weights, double[] scale, double[] gradient) {
        int size = group.candidates().size();
        double[] scores = new double[size];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < size; c++) {
            double[] values = group.candidates().get(c);
            for (int f = 0; f < weights.length; f++) scores[c] += weights[f] * scale[f] * values[f];
            most = Math.max(most, scores[c]);
        }
        double all = 0;
        double right = 0;
        for (int c = 0; c < size; c++) {
            scores[c] = Math.exp(scores[c] - most);
            all += scores[c];
            if (group.right()[c]) right += scores[c];
        }
        for (int c = 0; c < size; c++) {
            double pull = (group.right()[c] && right > 0 ? scores[c] / right : 0) - scores[c] / all;
            double[] values = group.candidates().get(c);
            for (int f = 0; f < weights.length; f++) gradient[f] += pull * scale[f] * values[f];
        }
    }

    /** One over the spread of each feature; 0 for a feature that never differs. */
    private static double[] scale(List<Group> groups, int features) {
        double[] scale = new double[features];
        long rows = 0;
        double[] sum = new double[features];
        double[] squares = new double[features];
        for (Group group : groups)
            for (double[] values : group.candidates()) {
                rows++;
                for (int f = 0; f < features; f++) {
                    sum[f] += values[f];
                    squares[f] += values[f] * values[f];
                }
            }
        for (int f = 0; f < features; f++) {
            double variance = squares[f] / Math.max(1, rows) - Math.pow(sum[f] / Math.max(1, rows), 2);
            scale[f] = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
        }
        return scale;
    }
}
