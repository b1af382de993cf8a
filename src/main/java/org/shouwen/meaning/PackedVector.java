package org.shouwen.meaning;

import org.shouwen.regulation.Pure;

/**
 * A vector as it is stored: of each of its 512 numbers four bits. What is asked for keeps eight. Two of the model's numbers
 * are large for all texts and are cut at the largest level, so that a likeness is some 0.06 below the cosine; the order of
 * what is found stays (decision 98).
 */
@Pure
public final class PackedVector {
    /** Numbers of a vector. */
    public static final int SIZE = 512;

    /** Bytes of a stored vector. */
    public static final int BYTES = SIZE / 2;

    private static final int STEP = 8;
    private static final int LEAST = -60;
    private static final float ONE = 512f * 512f;

    private PackedVector() {}

    /** @param vector 512 numbers, of which one byte each is 1/512 */
    public static byte[] pack(byte[] vector) {
        byte[] packed = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) packed[i] = (byte) (level(vector[i]) | level(vector[i + BYTES]) << 4);
        return packed;
    }

    private static int level(byte number) {
        return Math.clamp(Math.round((number - LEAST) / (float) STEP), 0, 15);
    }

    /** What was packed, as near as it was kept. */
    public static byte[] unpack(byte[] packed) {
        byte[] vector = new byte[SIZE];
        for (int i = 0; i < BYTES; i++) {
            vector[i] = (byte) (STEP * (packed[i] & 15) + LEAST);
            vector[i + BYTES] = (byte) (STEP * (packed[i] >> 4 & 15) + LEAST);
        }
        return vector;
    }

    /** A sum that is the same for all that a vector is held against; {@link #likeness} wants it. */
    public static int sum(byte[] vector) {
        int sum = 0;
        for (int i = 0; i < SIZE; i++) sum += vector[i];
        return sum;
    }

    /** How alike what is asked for and what is stored are, the more the larger, about their cosine. */
    public static float likeness(byte[] vector, int sum, byte[] packed) {
        int dot = 0;
        for (int i = 0; i < BYTES; i++) dot += vector[i] * (packed[i] & 15) + vector[i + BYTES] * (packed[i] >> 4 & 15);
        return (STEP * dot + LEAST * sum) / ONE;
    }

    /**
     * What is asked for, to be held against thousands: for each byte of a stored vector what each of its values adds, so
     * that no bits are taken apart.
     */
    public static final class Question {
        private static final int VALUES = 256;

        private final short[] adds = new short[BYTES * VALUES];
        private final int sum;

        public Question(byte[] vector) {
            sum = sum(vector);
            for (int i = 0; i < BYTES; i++)
                for (int b = 0; b < VALUES; b++)
                    adds[i * VALUES + b] = (short) (vector[i] * (b & 15) + vector[i + BYTES] * (b >> 4));
        }

        /** The same as of the vector itself. */
        public float likeness(byte[] packed) {
            int dot = 0;
            for (int i = 0; i < BYTES; i++) dot += adds[i * VALUES + (packed[i] & 255)];
            return (STEP * dot + LEAST * sum) / ONE;
        }
    }
}
