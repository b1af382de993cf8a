package org.shouwen.suggestion;

/**
 * A phrase that a city added itself, because its people say it so.
 *
 * @param kind code of an urgent kind of the edition (Art. 17), or {@link UrgencyJudgement#DANGER}
 * @param phrase words that must stand in a text, such as {@code 楼道里一股煤气味}
 */
public record CityPhrase(String kind, String phrase) {}
