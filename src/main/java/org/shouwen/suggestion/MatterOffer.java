package org.shouwen.suggestion;

/**
 * An earlier message that may be about the same matter; a person decides (ruling 16).
 *
 * @param id the earlier message
 * @param probability 0 to 1; 1 when title and content are the same
 * @param repeated whether title and content have the same letters and digits
 */
public record MatterOffer(String id, double probability, boolean repeated) {}
