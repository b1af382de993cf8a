package org.shouwen.knowledge;

/**
 * A question whose answer is known.
 *
 * @param documentId of the document that a person found the answer in
 * @param answer as it stands in the document, white space aside
 */
record AnsweredQuestion(String id, String documentId, String question, String answer) {
    /** A shorter answer stands in documents that have nothing to do with the question. */
    static final int SHORTEST = 5;

    /** Whether the answer is long enough to say by itself which text holds it. */
    boolean isTelling() {
        return comparable().length() >= SHORTEST;
    }

    /** The answer as it is looked for in texts that were made comparable by {@link NormalizedText#withoutSpace}. */
    String comparable() {
        return NormalizedText.withoutSpace(answer);
    }
}
