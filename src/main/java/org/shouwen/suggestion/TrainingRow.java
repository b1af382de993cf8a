package org.shouwen.suggestion;

/**
 * A message with the class that a person decided on.
 *
 * @param title the message's title; may be empty
 * @param content the message's words; may be empty
 * @param category code or name of the class
 */
public record TrainingRow(String title, String content, String category) {}
