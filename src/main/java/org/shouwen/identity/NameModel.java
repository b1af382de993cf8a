package org.shouwen.identity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Weighs a place of a text: above nought it is rather a personal name than not. The weights come along as a file that
 * was learned from texts with invented names (decision 34); it is read once, when the first text is.
 */
final class NameModel {
    private static final int MARK = 0x534E4D31; // SNM1

    private final byte[] weights;
    private final float scale;

    NameModel(byte[] weights, float scale) {
        this.weights = weights;
        this.scale = scale;
    }

    private static final class Shipped {
        static final NameModel MODEL = load();

        private static NameModel load() {
            try (InputStream in = NameModel.class.getResourceAsStream("/identity/names.model")) {
                if (in == null) throw new IllegalStateException("names.model is missing");
                return read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static NameModel shipped() {
        return Shipped.MODEL;
    }

    /** @throws IOException when it is no such file, or not all of one */
    static NameModel read(byte[] file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (file.length != 8 + NameFeatures.SIZE || in.readInt() != MARK)
                throw new IOException("not a whole model of names");
            float scale = in.readFloat();
            return new NameModel(in.readAllBytes(), scale);
        }
    }

    double score(NameFeatures features) {
        int sum = 0;
        for (int i = 0; i < features.count(); i++) sum += weights[features.feature(i)];
        return sum * scale;
    }
}
