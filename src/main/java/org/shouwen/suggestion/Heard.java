package org.shouwen.suggestion;

/**
 * What words say for a field of the form; a proposal that the officer takes or leaves (ruling 16).
 *
 * @param value what would stand in the field
 * @param words the part of the text that says it
 */
public record Heard(String value, String words) {}
