package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.shouwen.suggestion.UrgencyFeatures.Vector;

/**
 * A linear model with one output for each kind (multinomial logistic regression, AdaGrad), taught with the product's own
 * sentences when it is first asked. The same sentences always give the same model.
 */
final class UrgencyModel {
    private static final int ROUNDS = 10;
    private static final float STEP = 0.3f;
    private static final float SHRINK = 3e-4f;

    private final List<String> kinds;
    private final float[] weights;

    /** A sentence with the number of its kind. */
    record Lesson(Vector vector, int kind) {}

    private UrgencyModel(List<String> kinds) {
        this.kinds = List.copyOf(kinds);
        this.weights = new float[UrgencyFeatures.PLACES * kinds.size()];
    }

    /** @param kinds codes of the kinds, in the order of their numbers */
    static UrgencyModel taught(List<String> kinds, List<Lesson> lessons) {
        UrgencyModel model = new UrgencyModel(kinds);
        float[] slopes = new float[model.weights.length];
        List<Lesson> order = new ArrayList<>(lessons);
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Lesson lesson : order) model.learn(lesson, slopes);
        }
        return model;
    }

    private void learn(Lesson lesson, float[] slopes) {
        double[] p = probabilities(lesson.vector());
        int n = kinds.size();
        int[] places = lesson.vector().places();
        float[] values = lesson.vector().values();
        for (int k = 0; k < n; k++) p[k] -= k == lesson.kind() ? 1 : 0;
        for (int i = 0; i < places.length; i++)
            for (int k = 0; k < n; k++) {
                int at = places[i] * n + k;
                float slope = (float) p[k] * values[i] + SHRINK * weights[at];
                slopes[at] += slope * slope;
                weights[at] -= STEP * slope / (float) Math.sqrt(1e-4f + slopes[at]);
            }
    }

    /** How likely each kind is, in the order of the kinds; they add up to 1. */
    double[] probabilities(Vector vector) {
        int n = kinds.size();
        double[] p = new double[n];
        int[] places = vector.places();
        float[] values = vector.values();
        for (int i = 0; i < places.length; i++)
            for (int k = 0; k < n; k++) p[k] += weights[places[i] * n + k] * values[i];
        double most = p[0];
        for (double s : p) most = Math.max(most, s);
        double sum = 0;
        for (int k = 0; k < n; k++) sum += p[k] = Math.exp(p[k] - most);
        for (int k = 0; k < n; k++) p[k] /= sum;
        return p;
    }

    /** Codes of the kinds, in the order of the probabilities. */
    List<String> kinds() {
        return kinds;
    }
}
