package org.shouwen.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares one question with the documents that may answer it. Pure. */
final class DocumentFeatures {
    private static final Pattern DATE = Pattern.compile("[0-9]+(月|日|时|点|年|天|小时|个月)");
    private static final Pattern DIGIT = Pattern.compile("[0-9]|[一二三四五六七八九十]+(个|项|类|种|条|家)");
    private static final Pattern CONTACT = Pattern.compile("电话|热线|[0-9]{7}|www|http|网站|app|微信|平台");
    private static final Pattern LIST = Pattern.compile("[一二三四五六七八九]、|\\([一二三四五六七八九]\\)|[0-9][.、]|一是|;");
    private static final List<DocumentFeature> BM25 =
            List.of(DocumentFeature.BM25_ONE, DocumentFeature.BM25_TWO, DocumentFeature.BM25_THREE);
    private static final List<DocumentFeature> COVER =
            List.of(DocumentFeature.COVER_ONE, DocumentFeature.COVER_TWO, DocumentFeature.COVER_THREE);
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final Question question;
    private final double averageLength;
    private final int documents;

    DocumentFeatures(Question question, double averageLength, int documents) {
        this.question = question;
        this.averageLength = averageLength;
        this.documents = documents;
    }

    /** @param share BM25 of this document, as share of the best document's */
    double[] of(IndexedDocument document, GramHits hits, double share) {
        Map<DocumentFeature, Double> values = new EnumMap<>(DocumentFeature.class);
        int length = hits.length();
        int[] counts = hits.counts();
        double[] bm25 = new double[4];
        double[] cover = new double[4];
        double missed = 0;
        double rarest = 0;
        double rare = Math.log(Math.max(2, documents / 8.0));
        for (int g = 0; g < counts.length; g++) {
            int n = question.gram(g).length();
            double weight = question.weight(g);
            if (counts[g] > 0) {
                cover[n] += weight;
                bm25[n] += weight * counts[g] / (counts[g] + K1 * (1 - B + B * length / averageLength));
            } else if (n == 2 && weight > rare) {
                missed += weight;
                rarest = Math.max(rarest, weight);
            }
        }
        for (int n = 1; n <= 3; n++) {
            values.put(BM25.get(n - 1), bm25[n] / question.total(n));
            values.put(COVER.get(n - 1), cover[n] / question.total(n));
        }
        values.put(DocumentFeature.BM25_OF_BEST, share);
        double total = question.total(2);
        values.put(DocumentFeature.HEAD_60, hits.weight(2, 0, Math.min(60, length)) / total);
        values.put(DocumentFeature.HEAD_200, hits.weight(2, 0, Math.min(200, length)) / total);
        values.put(DocumentFeature.WINDOW_60, hits.bestWindow(2, 60).weight() / total);
        values.put(DocumentFeature.WINDOW_120, hits.bestWindow(2, 120).weight() / total);
        GramHits.Window window = hits.bestWindow(2, 240);
        values.put(DocumentFeature.WINDOW_240, window.weight() / total);
        values.put(DocumentFeature.WINDOW_THREE, hits.bestWindow(3, 120).weight() / question.total(3));
        wording(values, hits.longestFrom(0, length));
        values.put(DocumentFeature.RARE_MISSED, missed / total);
        values.put(DocumentFeature.RAREST_MISSED, rarest / Math.log(documents + 2.0));
        values.put(DocumentFeature.LENGTH, Math.log(length + 1.0));
        String whole = document.text().toString();
        long numbersMissed =
                question.numbers().stream().filter(x -> !whole.contains(x)).count();
        values.put(
                DocumentFeature.NUMBERS_MISSED,
                numbersMissed / Math.max(1.0, question.numbers().size()));
        String near = document.text().slice(Math.max(0, window.from() - 60), window.to());
        places(values, document, whole, near);
        values.put(DocumentFeature.LOOSE_WINDOW, hits.looseWeight(window.from(), window.to()) / total);
        values.put(DocumentFeature.LOOSE_HEAD, hits.looseWeight(0, Math.min(100, length)) / total);
        switch (question.type()) {
            case TIME ->
                values.put(DocumentFeature.TIME_NEAR, DATE.matcher(near).find() ? 1.0 : 0.0);
            case NUMBER ->
                values.put(DocumentFeature.NUMBER_NEAR, DIGIT.matcher(near).find() ? 1.0 : 0.0);
            case CONTACT, WHERE ->
                values.put(DocumentFeature.CONTACT_NEAR, CONTACT.matcher(near).find() ? 1.0 : 0.0);
            case LIST, HOW ->
                values.put(DocumentFeature.LIST_NEAR, LIST.matcher(near).find() ? 1.0 : 0.0);
            case WHO, WHAT -> {}
        }
        return DocumentFeature.inOrder(values);
    }

    private void wording(Map<DocumentFeature, Double> values, int[] longest) {
        int best = 0;
        double tiles = 0;
        int letters = 0;
        for (int i = 0; i < longest.length; i++) {
            if (question.gramAt(1, i) >= 0) letters++;
            if (longest[i] > longest[best]) best = i;
        }
        for (int i = 0; i < longest.length; i += Math.max(1, longest[i]))
            if (longest[i] > 1) tiles += Math.pow(longest[i], 1.5);
        double weight = 0;
        if (longest.length > 0)
            for (int i = best; i + 1 < best + longest[best]; i++)
                if (question.gramAt(2, i) >= 0) weight += question.weight(question.gramAt(2, i));
        values.put(DocumentFeature.LONGEST, longest.length == 0 ? 0.0 : longest[best] / Math.max(1.0, letters));
        values.put(DocumentFeature.LONGEST_WEIGHT, weight / question.total(2));
        values.put(DocumentFeature.TILES, tiles / Math.pow(Math.max(1.0, letters), 1.5));
    }

    private void places(Map<DocumentFeature, Double> values, IndexedDocument document, String whole, String near) {
        boolean asked = !question.places().isEmpty();
        boolean stands = !document.headPlaces().isEmpty();
        boolean shared = question.provinces().stream().anyMatch(document.headProvinces()::contains);
        if (asked) {
            long inHead = question.places().stream()
                    .filter(document.headPlaces()::contains)
                    .count();
            long somewhere = question.places().stream().filter(whole::contains).count();
            values.put(
                    DocumentFeature.PLACE_IN_HEAD,
                    inHead / (double) question.places().size());
            values.put(
                    DocumentFeature.PLACE_NOWHERE,
                    1 - somewhere / (double) question.places().size());
            boolean main = question.provinces().contains(document.mainProvince());
            values.put(DocumentFeature.MAIN_PLACE, main ? 1.0 : 0.0);
            values.put(
                    DocumentFeature.FOREIGN_MAIN_PLACE,
                    !main && !document.mainProvince().isEmpty() ? 1.0 : 0.0);
            values.put(DocumentFeature.PLACE_NEAR, question.places().stream().anyMatch(near::contains) ? 1.0 : 0.0);
            values.put(DocumentFeature.FOREIGN_HEAD, stands && !shared ? 1.0 : 0.0);
            values.put(DocumentFeature.HEAD_WITHOUT_PLACE, stands ? 0.0 : 1.0);
        } else values.put(DocumentFeature.UNASKED_PLACE, stands ? 1.0 : 0.0);
    }
}
