package org.shouwen.knowledge;

import java.util.Set;

/**
 * A document as it is compared with questions.
 *
 * @param mainProvince the province that is named most, by itself or by its cities; empty when none is
 */
record IndexedDocument(
        KnowledgeDocument document,
        NormalizedText text,
        Set<String> headPlaces,
        Set<String> headProvinces,
        String mainProvince) {
    /** Title and whom it is addressed to: where a notice says whose it is. */
    private static final int HEAD = 150;

    static IndexedDocument of(KnowledgeDocument document, Places places) {
        NormalizedText text = NormalizedText.of(document.text());
        Set<String> inHead = places.in(text.slice(0, Math.min(HEAD, text.length())));
        return new IndexedDocument(
                document, text, inHead, places.provincesOf(inHead), places.mainProvince(text.toString()));
    }
}
