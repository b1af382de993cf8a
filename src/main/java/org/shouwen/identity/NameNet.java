package org.shouwen.identity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Weighs a place a second time (decision 56): each character of the window is twelve numbers, which one layer of
 * hidden units reads together with marks and numbers. Above nought the place is rather a name than not. It can see what
 * sums of single signs can not: that a rare family name counts where no pair of the name stands in ordinary text.
 */
final class NameNet {
    private static final int MARK = 0x534E4E31; // SNN1
    static final int CHARACTERS = 1 << 13;
    static final int WIDTH = 12;
    static final int HIDDEN = 40;

    /** Characters around a name, and those of names: a row of {@link #WIDTH} each. */
    final float[] around = new float[CHARACTERS * WIDTH];

    final float[] inside = new float[CHARACTERS * WIDTH];
    final float[] slots = new float[NameWindow.SLOTS * WIDTH * HIDDEN];
    final float[] marks = new float[NameWindow.MARK_ROWS * HIDDEN];
    final float[] numbers = new float[NameWindow.NUMBERS * HIDDEN];
    final float[] out = new float[HIDDEN];

    private static final class Shipped {
        static final NameNet NET = load();

        private static NameNet load() {
            try (InputStream in = NameNet.class.getResourceAsStream("/identity/names.net")) {
                if (in == null) throw new IllegalStateException("names.net is missing");
                return read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static NameNet shipped() {
        return Shipped.NET;
    }

    private float[][] tables() {
        return new float[][] {around, inside, slots, marks, numbers, out};
    }

    /** @throws IOException when it is no such file, or not all of one */
    static NameNet read(byte[] file) throws IOException {
        NameNet net = new NameNet();
        int size = 4;
        for (float[] table : net.tables()) size += 4 + table.length;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (file.length != size || in.readInt() != MARK) throw new IOException("not a whole net of names");
            for (float[] table : net.tables()) {
                float scale = in.readFloat();
                for (int i = 0; i < table.length; i++) table[i] = in.readByte() * scale;
            }
        }
        return net;
    }

    /** A mark, and of each table a scale and a byte for each number. */
    void write(DataOutputStream file) throws IOException {
        file.writeInt(MARK);
        for (float[] table : tables()) {
            float largest = 1e-6f;
            for (float w : table) largest = Math.max(largest, Math.abs(w));
            file.writeFloat(largest / 127);
            for (float w : table) file.writeByte(Math.round(w * 127 / largest));
        }
    }

    /** The row of a character. */
    static int row(int c) {
        return ((c * 0x9E3779B1) >>> 19) * WIDTH;
    }

    float[] table(int slot) {
        return slot >= NameWindow.SURNAME_SLOT && slot < NameWindow.GIVEN_SLOTS_END ? inside : around;
    }

    /** @param hidden room for {@link #HIDDEN} numbers, what the hidden units say afterwards */
    double weigh(NameWindow w, float[] hidden) {
        Arrays.fill(hidden, 0);
        for (int slot = 0; slot < NameWindow.SLOTS; slot++) {
            float[] table = table(slot);
            int row = row(w.characters[slot]);
            for (int k = 0; k < WIDTH; k++) add(slots, (slot * WIDTH + k) * HIDDEN, table[row + k], hidden);
        }
        for (int mark : w.marks) add(marks, mark * HIDDEN, 1, hidden);
        for (int n = 0; n < NameWindow.NUMBERS; n++) add(numbers, n * HIDDEN, w.numbers[n], hidden);
        double sum = 0;
        for (int h = 0; h < HIDDEN; h++) {
            if (hidden[h] < 0) hidden[h] *= LEAK;
            sum += hidden[h] * out[h];
        }
        return sum;
    }

    /** What of a negative unit goes on. */
    static final float LEAK = 0.05f;

    private static void add(float[] weights, int from, float times, float[] hidden) {
        for (int h = 0; h < HIDDEN; h++) hidden[h] += weights[from + h] * times;
    }
}
