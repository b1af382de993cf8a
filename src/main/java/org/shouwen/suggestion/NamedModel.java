package org.shouwen.suggestion;

/**
 * A model with what a suggestion names as its maker.
 *
 * @param name what it is for, such as {@code class}
 * @param version as its maker wrote it, such as {@code 2026-11-28/3}
 */
public record NamedModel<M>(String name, String version, M model) {}
