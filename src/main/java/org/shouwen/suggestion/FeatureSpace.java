package org.shouwen.suggestion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The features a model knows and how much each weighs: sublinear TF-IDF over character n-grams. */
final class FeatureSpace {
    /** Which grams of a message are read. */
    enum Reading {
        /** Title grams of 1 to 4 characters and, apart from them, body grams of 1 to 3. */
        WHOLE,
        /** Title grams of 1 to 3 characters alone: a title tells the class shortly and without stories. */
        TITLE;

        private GramCounts grams(PreparedText text) {
            GramCounts counts = new GramCounts();
            switch (this) {
                case WHOLE -> {
                    counts.addGrams(text.title(), 1, 4, GramCounts.TITLE);
                    counts.addGrams(text.body(), 1, 3, GramCounts.BODY);
                }
                case TITLE -> counts.addGrams(text.title(), 1, 3, GramCounts.TITLE);
            }
            return counts;
        }
    }

    private final Reading reading;
    private final int[] keys;
    private final float[] inverseFrequency;

    private FeatureSpace(Reading reading, int[] keys, float[] inverseFrequency) {
        this.reading = reading;
        this.keys = keys;
        this.inverseFrequency = inverseFrequency;
    }

    /**
     * Learns the features of texts.
     *
     * @param leastTexts a gram in fewer texts is left out
     * @param mostFeatures bound on memory: rarer grams are left out until the rest fits
     */
    static FeatureSpace learn(Reading reading, List<PreparedText> texts, int leastTexts, int mostFeatures) {
        GramCounts frequency = new GramCounts();
        for (PreparedText text : texts) for (int key : reading.grams(text).keysCounted(1)) frequency.add(key, 1);
        int least = leastTexts;
        int[] keys = frequency.keysCounted(least);
        while (keys.length > mostFeatures) keys = frequency.keysCounted(++least);
        float[] inverse = new float[keys.length];
        for (int i = 0; i < keys.length; i++)
            inverse[i] = (float) (Math.log((1.0 + texts.size()) / (1.0 + frequency.count(keys[i]))) + 1);
        return new FeatureSpace(reading, keys, inverse);
    }

    int size() {
        return keys.length;
    }

    SparseRow row(PreparedText text) {
        GramCounts counts = reading.grams(text);
        int[] found = counts.keysCounted(1);
        int[] features = new int[found.length];
        float[] values = new float[found.length];
        int n = 0;
        double squares = 0;
        for (int key : found) {
            int feature = Arrays.binarySearch(keys, key);
            if (feature < 0) continue;
            double value = (1 + Math.log(counts.count(key))) * inverseFrequency[feature];
            features[n] = feature;
            values[n++] = (float) value;
            squares += value * value;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < n; i++) values[i] *= scale;
        return new SparseRow(Arrays.copyOf(features, n), Arrays.copyOf(values, n));
    }

    /** The feature's number, or a negative number when the gram is not known. */
    int feature(String gram, int field) {
        return Arrays.binarySearch(keys, GramCounts.keyOf(gram, field));
    }

    float inverseFrequency(int feature) {
        return inverseFrequency[feature];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(reading.name());
        out.writeInt(keys.length);
        for (int key : keys) out.writeInt(key);
        for (float value : inverseFrequency) out.writeFloat(value);
    }

    static FeatureSpace read(DataInputStream in) throws IOException {
        Reading reading = Reading.valueOf(in.readUTF());
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) keys[i] = in.readInt();
        float[] inverse = new float[keys.length];
        for (int i = 0; i < inverse.length; i++) inverse[i] = in.readFloat();
        return new FeatureSpace(reading, keys, inverse);
    }

    SparseRow[] rows(List<PreparedText> texts) {
        return texts.stream().map(this::row).toArray(SparseRow[]::new);
    }
}
