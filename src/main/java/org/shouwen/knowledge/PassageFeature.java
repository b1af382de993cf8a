package org.shouwen.knowledge;

import java.util.Map;

/** What a question and a passage are compared by; the names stand in the file of weights. */
enum PassageFeature {
    RANK,
    BEHIND_FIRST,
    COVER_ONE,
    COVER_TWO,
    COVER_THREE,
    BEFORE_TWO,
    AFTER_TWO,
    BEFORE_NEAR,
    LONGEST,
    LENGTH,
    FULLNESS,
    SENTENCES,
    BEGINNING,
    FIRST_PLACE,
    OWN_WORDS,
    AFTER_LAST_HIT,
    HIT_IN_FIRST_SENTENCE,
    WHOLE_SENTENCES,
    DATES_FOR_TIME,
    NUMBERS_FOR_NUMBER,
    CONTACTS_FOR_CONTACT,
    LIST_FOR_LIST,
    COLON;

    /** One value for each feature, in the order above; what was not set is 0. */
    static double[] inOrder(Map<PassageFeature, Double> values) {
        double[] inOrder = new double[values().length];
        int next = 0;
        for (PassageFeature feature : values()) inOrder[next++] = values.getOrDefault(feature, 0.0);
        return inOrder;
    }
}
