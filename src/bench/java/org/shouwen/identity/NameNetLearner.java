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
import org.shouwen.identity.NamePlaces.Place;
import org.shouwen.identity.TrainingText.Span;

/** Learns {@link NameNet}, from texts weighed first by a learner that has seen neither the text nor the sentence. */
final class NameNetLearner {
    private static final float RATE = 0.05f;
    private static final float LAST_RATE = 0.02f;

    /** A character, and the first weighing, are now and then not shown, so that the rest is enough. */
    private static final double CHARACTER_LEFT_OUT = 0.12;

    private static final double WEIGHT_LEFT_OUT = 0.15;
    private static final double SIDE_LEFT_OUT = 0.06;

    /** A character that stands in fewer texts is an unknown one. */
    private static final int FEWEST_TEXTS = 3;

    /** @param first what weighs its places first */
    record Lesson(Supplier<TrainingText> text, NameLearner first) {}

    private final Random random;
    private final NameNet net = new NameNet();
    private final float[] around = new float[net.around.length];
    private final float[] inside = new float[net.inside.length];
    private final float[] slots = new float[net.slots.length];
    private final float[] marks = new float[net.marks.length];
    private final float[] numbers = new float[net.numbers.length];
    private final float[] outs = new float[net.out.length];
    private final int[] texts = new int[NameNet.CHARACTERS];
    private final int[] lastText = new int[NameNet.CHARACTERS];
    private final NameWindow window = new NameWindow();
    private final float[] hidden = new float[NameNet.HIDDEN];
    private final float[] back = new float[NameNet.HIDDEN];
    private int text;
    private double loss;
    private long places;

    NameNetLearner(Random random) {
        this.random = random;
        for (float[] table : List.of(net.around, net.inside)) fill(table, 0.1f);
        fill(net.slots, 0.1f);
        fill(net.marks, 0.02f);
        fill(net.numbers, 0.1f);
        fill(net.out, 0.3f);
    }

    private void fill(float[] table, float most) {
        for (int i = 0; i < table.length; i++) table[i] = (random.nextFloat() * 2 - 1) * most;
    }

    NameNetLearner learn(List<Lesson> lessons, int epochs, PrintStream progress) {
        List<Lesson> order = new ArrayList<>(lessons);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            loss = 0;
            places = 0;
            float rate = epoch >= epochs - 2 ? LAST_RATE : RATE;
            for (Lesson lesson : order) learn(lesson, rate);
            progress.printf("  %d/%d: loss %.5f a place, %d places%n", epoch + 1, epochs, loss / places, places);
        }
        for (int c = 0; c < texts.length; c++)
            if (texts[c] < FEWEST_TEXTS) {
                Arrays.fill(net.around, c * NameNet.WIDTH, (c + 1) * NameNet.WIDTH, 0);
                Arrays.fill(net.inside, c * NameNet.WIDTH, (c + 1) * NameNet.WIDTH, 0);
            }
        return this;
    }

    private void learn(Lesson lesson, float rate) {
        text++;
        TrainingText t = lesson.text().get();
        Set<Span> names = new HashSet<>(t.names);
        boolean[] unsure = new boolean[t.text.length];
        for (Span s : t.unsure) Arrays.fill(unsure, s.from(), Math.min(s.to(), unsure.length), true);
        NamePlaces all = new NamePlaces(t.text, f -> lesson.first().weight(f));
        for (int i = 0; i < all.all().size(); i++) {
            Place p = all.all().get(i);
            boolean name = names.contains(new Span(p.from(), p.to()));
            boolean skip = false;
            for (int k = p.from(); k < p.to() && !name; k++) skip |= unsure[k];
            if (skip) continue;
            window.read(t.text, all, i);
            step(name, rate);
        }
    }

    private void leaveOut() {
        double side = random.nextDouble() / SIDE_LEFT_OUT;
        for (int s = 0; s < NameWindow.SLOTS; s++) {
            boolean out = (side < 1 && s < NameWindow.SURNAME_SLOT) || (side >= 1 && side < 2 && s >= NameWindow.GIVEN_SLOTS_END);
            if (out || random.nextDouble() < CHARACTER_LEFT_OUT) window.characters[s] = 0;
        }
        if (random.nextDouble() < WEIGHT_LEFT_OUT) window.numbers[0] = 0;
    }

    private void step(boolean name, float rate) {
        leaveOut();
        double sum = net.weigh(window, hidden);
        double p = 1 / (1 + Math.exp(-sum));
        places++;
        loss -= Math.log(Math.max(1e-9, name ? p : 1 - p));
        float error = (float) ((name ? 1 : 0) - p);
        if (Math.abs(error) < 1e-3) return;
        for (int h = 0; h < NameNet.HIDDEN; h++) {
            back[h] = error * net.out[h] * (hidden[h] < 0 ? NameNet.LEAK : 1);
            turn(net.out, outs, h, error * hidden[h], rate);
        }
        for (int s = 0; s < NameWindow.SLOTS; s++) character(s, rate);
        for (int mark : window.marks) turnRow(net.marks, marks, mark * NameNet.HIDDEN, 1, rate);
        for (int n = 0; n < NameWindow.NUMBERS; n++)
            turnRow(net.numbers, numbers, n * NameNet.HIDDEN, window.numbers[n], rate);
    }

    private void character(int slot, float rate) {
        int row = NameNet.row(window.characters[slot]);
        int c = row / NameNet.WIDTH;
        if (lastText[c] != text) {
            lastText[c] = text;
            texts[c]++;
        }
        float[] table = net.table(slot);
        @SuppressWarnings("ReferenceEquality") // which of the two tables it is, not what stands in it
        float[] squares = table == net.inside ? inside : around;
        for (int k = 0; k < NameNet.WIDTH; k++) {
            int from = (slot * NameNet.WIDTH + k) * NameNet.HIDDEN;
            float value = table[row + k];
            float gradient = 0;
            for (int h = 0; h < NameNet.HIDDEN; h++) gradient += back[h] * net.slots[from + h];
            turnRow(net.slots, slots, from, value, rate);
            turn(table, squares, row + k, gradient, rate);
        }
    }

    private void turnRow(float[] weights, float[] squares, int from, float value, float rate) {
        if (value == 0) return;
        for (int h = 0; h < NameNet.HIDDEN; h++) turn(weights, squares, from + h, back[h] * value, rate);
    }

    private static void turn(float[] weights, float[] squares, int i, float gradient, float rate) {
        squares[i] += gradient * gradient;
        weights[i] += rate * gradient / (float) Math.sqrt(squares[i] + 0.01f);
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            net.write(out);
        }
    }
}
