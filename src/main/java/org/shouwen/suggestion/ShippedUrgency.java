package org.shouwen.suggestion;

/** What the product itself knows of urgency: read and taught once; the phrases of a city do not change it. */
final class ShippedUrgency {
    static final UrgencyReader READER = new UrgencyReader();
    static final UrgencyModel MODEL = UrgencyExamples.teach(READER);

    private ShippedUrgency() {}
}
