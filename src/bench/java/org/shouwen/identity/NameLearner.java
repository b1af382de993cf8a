package org.shouwen.identity;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.shouwen.identity.TrainingText.Span;

/** Logistic regression over {@link NameFeatures}: AdaGrad, with features left out at random (dropout). */
final class NameLearner {
    private static final int MARK = 0x534E4D31; // SNM1, as NameModel reads it
    private static final float RATE = 0.08f;
    private static final float LAST_RATE = 0.03f;
    private static final float DECAY = 2e-5f;

    /** Of the places, half are learned with about a third of their features left out. */
    private static final double LEFT_OUT = 0.3;

    /** What only words say that stand before, or behind: sometimes left out together, so that either side is enough. */
    private static final long BEFORE = places(7, 8, 9, 13, 14, 15, 34);

    private static final long BEHIND = places(10, 11, 12, 16, 17, 18, 35);
    private static final double SIDE_LEFT_OUT = 0.12;

    /** A weight that rests on fewer texts is none, so that no single text can be told from the file. */
    private static final int FEWEST_TEXTS = 3;

    private static final float LARGEST = 6;

    private final Random random;
    private final float[] weights = new float[NameFeatures.SIZE];
    private final float[] squares = new float[NameFeatures.SIZE];
    private final int[] texts = new int[NameFeatures.SIZE];
    private final int[] lastText = new int[NameFeatures.SIZE];
    private final NameFeatures features = new NameFeatures();
    private final boolean[] out = new boolean[NameFeatures.MOST];
    private int text;
    private double loss;

    NameLearner(Random random) {
        this.random = random;
    }

    /** @param copies each gives another copy of its text each time it is asked */
    NameLearner learn(List<Supplier<TrainingText>> copies, int epochs, PrintStream progress) {
        List<Supplier<TrainingText>> order = new ArrayList<>(copies);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            loss = 0;
            for (Supplier<TrainingText> copy : order) learn(copy.get(), epoch == epochs - 1 ? LAST_RATE : RATE);
            progress.printf("  %d/%d: loss %.4f a text%n", epoch + 1, epochs, loss / order.size());
        }
        for (int i = 0; i < weights.length; i++) if (texts[i] < FEWEST_TEXTS) weights[i] = 0;
        return this;
    }

    private void learn(TrainingText t, float rate) {
        text++;
        Set<Span> names = new HashSet<>(t.names);
        boolean[] unsure = new boolean[t.text.length];
        for (Span s : t.unsure) Arrays.fill(unsure, s.from(), Math.min(s.to(), unsure.length), true);
        NameCandidates.each(t.text, (from, to, surname) -> {
            boolean name = names.contains(new Span(from, to));
            for (int i = from; i < to && !name; i++) if (unsure[i]) return;
            features.read(t.text, from, to, surname);
            step(name, rate);
        });
    }

    private static long places(int... features) {
        long places = 0;
        for (int f : features) places |= 1L << (f - 1);
        return places;
    }

    private void step(boolean name, float rate) {
        boolean some = random.nextBoolean();
        double side = random.nextDouble() / SIDE_LEFT_OUT;
        long without = side < 1 ? BEFORE : side < 2 ? BEHIND : 0;
        double sum = 0;
        for (int i = 0; i < features.count(); i++) {
            out[i] = ((without >> i) & 1) != 0 || (some && i > 0 && random.nextDouble() < LEFT_OUT);
            if (!out[i]) sum += weights[features.feature(i)];
        }
        double p = 1 / (1 + Math.exp(-sum));
        float error = (float) ((name ? 1 : 0) - p);
        loss -= Math.log(Math.max(1e-9, name ? p : 1 - p));
        if (Math.abs(error) < 1e-4) return;
        for (int i = 0; i < features.count(); i++) {
            if (out[i]) continue;
            int k = features.feature(i);
            if (lastText[k] != text) {
                lastText[k] = text;
                texts[k]++;
            }
            squares[k] += error * error;
            weights[k] += rate * error / (float) Math.sqrt(squares[k] + 0.1f) - rate * DECAY * weights[k];
        }
    }

    /** How likely a place is a name, 0 to 1. */
    double probability(NameFeatures place) {
        return 1 / (1 + Math.exp(-weight(place)));
    }

    /** Above nought rather a name than not. */
    double weight(NameFeatures place) {
        double sum = 0;
        for (int i = 0; i < place.count(); i++) sum += weights[place.feature(i)];
        return sum;
    }

    /** Writes what {@link NameModel} reads: a mark, a scale, and a byte for each weight. */
    void write(Path file) throws IOException {
        float largest = 0;
        for (float w : weights) largest = Math.max(largest, Math.min(LARGEST, Math.abs(w)));
        float scale = largest / 127;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MARK);
            out.writeFloat(scale);
            for (float w : weights) out.writeByte(Math.clamp(Math.round(w / scale), -127, 127));
        }
    }
}
