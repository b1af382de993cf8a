package org.shouwen.knowledge;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The weights of what questions are compared by with documents and with passages. */
record RankingModel(double[] documents, double[] passages) {
    private static final String SHIPPED = "/knowledge/ranking_weights.csv";

    /** The model that comes with the product, see {@code docs/decisions/0037-knowledge-retrieval.md}. */
    static RankingModel shipped() {
        Map<DocumentFeature, Double> documents = new EnumMap<>(DocumentFeature.class);
        Map<PassageFeature, Double> passages = new EnumMap<>(PassageFeature.class);
        try (InputStream in = Objects.requireNonNull(RankingModel.class.getResourceAsStream(SHIPPED));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv) {
                Double weight = Double.valueOf(line.getField("weight"));
                String feature = line.getField("feature");
                if (line.getField("of").equals("document")) documents.put(DocumentFeature.valueOf(feature), weight);
                else passages.put(PassageFeature.valueOf(feature), weight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (documents.size() != DocumentFeature.values().length || passages.size() != PassageFeature.values().length)
            throw new IllegalStateException(SHIPPED + " does not have all of the model's features");
        return new RankingModel(DocumentFeature.inOrder(documents), PassageFeature.inOrder(passages));
    }

    /** The file that {@link #shipped} reads. */
    String asCsv() {
        StringBuilder csv = new StringBuilder("of,feature,weight\n");
        int next = 0;
        for (DocumentFeature feature : DocumentFeature.values())
            csv.append(String.format(Locale.ROOT, "document,%s,%.4f\n", feature, documents[next++]));
        next = 0;
        for (PassageFeature feature : PassageFeature.values())
            csv.append(String.format(Locale.ROOT, "passage,%s,%.4f\n", feature, passages[next++]));
        return csv.toString();
    }

    double ofDocument(double[] features) {
        return product(documents, features);
    }

    double ofPassage(double[] features) {
        return product(passages, features);
    }

    private static double product(double[] weights, double[] features) {
        double sum = 0;
        for (int f = 0; f < weights.length; f++) sum += weights[f] * features[f];
        return sum;
    }
}
