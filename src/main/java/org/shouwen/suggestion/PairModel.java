package org.shouwen.suggestion;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How probable it is that two messages are about the same matter: a logistic model over what their wording shares. Its
 * weights were fitted to pairs that people judged, see {@code docs/decisions/0036-same-matter.md}. Pure.
 */
final class PairModel {
    static final String VERSION = "same-matter/1";

    /** The rarest pairs of characters of a title, which mostly are the name of the place or of the firm. */
    private static final int TOP = 5;

    /** What is looked at; the names stand in the file of weights. */
    private enum Feature {
        MOST_TITLE_TOP("mostTitleTop"),
        LEAST_TITLE_TOP("leastTitleTop"),
        TITLE_PLACE("titlePlace"),
        COSINE("cosine"),
        MOST_TITLE_COVERED("mostTitleCovered"),
        LEAST_TITLE_COVERED("leastTitleCovered"),
        AREA_CONFLICT("areaConflict"),
        DAY_GAP("dayGap"),
        SAME_SENDER("sameSender"),
        LEAST_TITLE_COVERED_SQUARE("leastTitleCoveredSquare"),
        COSINE_SQUARE("cosineSquare"),
        COSINE_LEAST_TITLE_COVERED("cosineLeastTitleCovered"),
        CONSTANT("constant");

        private final String inFile;

        Feature(String inFile) {
            this.inFile = inFile;
        }
    }

    private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);

    private PairModel() {}

    /** The model that comes with the product. */
    static PairModel shipped() {
        PairModel model = new PairModel();
        try (InputStream in = Objects.requireNonNull(
                        PairModel.class.getResourceAsStream("/suggestion/same_matter_weights.csv"));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv)
                for (Feature feature : Feature.values())
                    if (feature.inFile.equals(line.getField("feature")))
                        model.weights.put(feature, Double.valueOf(line.getField("weight")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (model.weights.size() != Feature.values().length)
            throw new IllegalStateException("same_matter_weights.csv does not have all of the model's features");
        return model;
    }

    double probability(MatterText one, MatterText other, TermFrequencies frequencies) {
        double sum = 0;
        for (Map.Entry<Feature, Double> f : features(one, other, frequencies).entrySet())
            sum += f.getValue() * Objects.requireNonNull(weights.get(f.getKey()));
        return 1 / (1 + Math.exp(-sum));
    }

    private static Map<Feature, Double> features(MatterText one, MatterText other, TermFrequencies known) {
        double covered = share(known.sharedMass(one.title(), other.all()), known.mass(one.title()));
        double covers = share(known.sharedMass(other.title(), one.all()), known.mass(other.title()));
        double cosine = share(
                known.sharedMass(one.all(), other.all()), Math.sqrt(known.mass(one.all()) * known.mass(other.all())));
        double least = Math.min(covered, covers);
        double top = topShared(one.title(), other.all(), known);
        double otherTop = topShared(other.title(), one.all(), known);
        Map<Feature, Double> values = new EnumMap<>(Feature.class);
        values.put(Feature.MOST_TITLE_TOP, Math.max(top, otherTop));
        values.put(Feature.LEAST_TITLE_TOP, Math.min(top, otherTop));
        values.put(
                Feature.TITLE_PLACE,
                Math.max(
                        known.rarestShared(one.titlePlaces(), other.places()),
                        known.rarestShared(other.titlePlaces(), one.places())));
        values.put(Feature.COSINE, cosine);
        values.put(Feature.MOST_TITLE_COVERED, Math.max(covered, covers));
        values.put(Feature.LEAST_TITLE_COVERED, least);
        values.put(Feature.AREA_CONFLICT, apart(one.areas(), other.areas()) ? 1.0 : 0);
        values.put(Feature.DAY_GAP, Math.log1p((double) Math.abs(one.day() - other.day())));
        values.put(Feature.SAME_SENDER, !one.sender().isEmpty() && one.sender().equals(other.sender()) ? 1.0 : 0);
        values.put(Feature.LEAST_TITLE_COVERED_SQUARE, least * least);
        values.put(Feature.COSINE_SQUARE, cosine * cosine);
        values.put(Feature.COSINE_LEAST_TITLE_COVERED, cosine * least);
        values.put(Feature.CONSTANT, 1.0);
        return values;
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private static double topShared(int[] title, int[] all, TermFrequencies known) {
        double[] top = Arrays.stream(title)
                .boxed()
                .sorted(Comparator.comparingDouble(key -> -known.weight(key)))
                .limit(TOP)
                .mapToDouble(key -> Arrays.binarySearch(all, key) >= 0 ? known.weight(key) : -known.weight(key))
                .toArray();
        double whole = Arrays.stream(top).map(Math::abs).sum();
        return share(Arrays.stream(top).filter(w -> w > 0).sum(), whole);
    }

    /** Whether both name areas, and none that the other names. */
    private static boolean apart(int[] areas, int[] others) {
        return areas.length > 0
                && others.length > 0
                && Arrays.stream(areas).noneMatch(a -> Arrays.binarySearch(others, a) >= 0);
    }
}
