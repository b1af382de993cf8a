package org.shouwen.knowledge;

import java.util.Map;

/** What a question and a document are compared by; the names stand in the file of weights. */
enum DocumentFeature {
    BM25_ONE,
    BM25_TWO,
    BM25_THREE,
    BM25_OF_BEST,
    COVER_ONE,
    COVER_TWO,
    COVER_THREE,
    HEAD_60,
    HEAD_200,
    WINDOW_60,
    WINDOW_120,
    WINDOW_240,
    WINDOW_THREE,
    LONGEST,
    LONGEST_WEIGHT,
    TILES,
    RARE_MISSED,
    RAREST_MISSED,
    LENGTH,
    NUMBERS_MISSED,
    PLACE_IN_HEAD,
    PLACE_NOWHERE,
    FOREIGN_HEAD,
    UNASKED_PLACE,
    HEAD_WITHOUT_PLACE,
    MAIN_PLACE,
    FOREIGN_MAIN_PLACE,
    PLACE_NEAR,
    LOOSE_WINDOW,
    LOOSE_HEAD,
    TIME_NEAR,
    NUMBER_NEAR,
    CONTACT_NEAR,
    LIST_NEAR;

    /** One value for each feature, in the order above; what was not set is 0. */
    static double[] inOrder(Map<DocumentFeature, Double> values) {
        double[] inOrder = new double[values().length];
        int next = 0;
        for (DocumentFeature feature : values()) inOrder[next++] = values.getOrDefault(feature, 0.0);
        return inOrder;
    }
}
