package org.shouwen.knowledge;

/**
 * A document that can answer questions.
 *
 * @param id names the document among all documents
 * @param text plain text that begins with the title
 */
public record KnowledgeDocument(String id, String text) {}
