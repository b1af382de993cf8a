package org.shouwen.knowledge;

/**
 * A stretch of a document that may answer a question: at most 200 characters.
 *
 * @param documentId of the document it stands in
 * @param from first character, in the document's text as it was given
 * @param to after the last character
 */
public record Passage(String documentId, int from, int to, String text) {}
