package org.shouwen.directory;

/**
 * A unit that the duty list names for a matter.
 *
 * @param matterClass the entry's class and place, in words: why this unit
 */
public record DutySuggestion(UnitId unit, String unitName, String matterClass, String place) {}
