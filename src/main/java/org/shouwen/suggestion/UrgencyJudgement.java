package org.shouwen.suggestion;

/**
 * What the words of an appeal tell of danger and urgency (Art. 8.3, 17): a proposal with its evidence. A named person
 * decides (ruling 16).
 *
 * @param kind code of an urgent kind of the edition; {@link #DANGER} when life is in danger; {@link #NONE} otherwise
 * @param guidance code of the edition's guidance target to call at once, such as {@code fire-brigade}; empty unless
 *     {@code kind} is {@link #DANGER}
 * @param words the part of the text that speaks for it, as it was typed; empty when there is none
 * @param start index of the first character of {@code words} in the text, in UTF-16 units
 * @param end index after the last character
 */
public record UrgencyJudgement(String kind, String guidance, String words, int start, int end) {
    /** Nothing urgent was found. */
    public static final String NONE = "none";

    /** Life is in danger: the caller must be told at once whom to call. */
    public static final String DANGER = "danger";

    /** The judgement of words in which nothing urgent was found. */
    public static final UrgencyJudgement NOTHING = new UrgencyJudgement(NONE, "", "", 0, 0);

    /** Whether life is in danger (Art. 8.3). */
    public boolean isDanger() {
        return kind.equals(DANGER);
    }

    /** Whether it is one of the edition's urgent kinds or a danger. */
    public boolean isAlarming() {
        return !kind.equals(NONE);
    }
}
